import HTTPTypes
import HeedModel
import HummingbirdTesting
import Testing

@testable import HeedWeb

@Suite struct MultipartTests {
  private static func fields(_ body: String, _ boundary: String = "b") -> FormFields {
    Multipart.fields(Array(body.utf8), boundary: boundary)
  }

  @Test func textsAndFilesAreRead() {
    let read = Self.fields(
      """
      --b\r\nContent-Disposition: form-data; name="text"\r\n\r\none\r\ntwo\r\n\
      --b\r\ncontent-disposition: form-data; name="file"; filename="a \u{E9}.png"\r\n\
      Content-Type: image/png\r\n\r\n\u{0}\r\n--bytes\r\n--b--\r\n
      """)
    #expect(read[.text] == "one\ntwo")
    #expect(read.file(.file)?.name == "a é.png")
    // What only begins like the boundary belongs to the file, byte for byte.
    #expect(
      read.file(.file).map { String(decoding: $0.bytes, as: UTF8.self) } == "\u{0}\r\n--bytes")
  }

  @Test func whatComesBeforeTheFirstBoundaryAndAfterTheLastIsLeftOut() {
    let read = Self.fields(
      """
      name="text"\r\n\r\nno\r\n--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nyes\r\n\
      --b--\r\nContent-Disposition: form-data; name="text"\r\n\r\nno\r\n
      """)
    #expect(read.all(.text) == ["yes"])
  }

  @Test func aFieldOfChosenFileThatIsEmptyIsNoFile() {
    let read = Self.fields(
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--b--\r\n")
    #expect(read.file(.file) == nil)
  }

  @Test func boundariesAreReadFromTheType() {
    #expect(Multipart.boundary(in: "multipart/form-data; boundary=abc") == "abc")
    #expect(Multipart.boundary(in: "multipart/form-data; charset=utf-8; Boundary=\"a-b\"") == "a-b")
    #expect(Multipart.boundary(in: "multipart/form-data") == nil)
    #expect(Multipart.boundary(in: "multipart/form-data; boundary=") == nil)
    #expect(
      Multipart.boundary(in: "multipart/form-data; boundary=" + String(repeating: "x", count: 71))
        == nil)
  }

  /// Every whole body cut anywhere, with bytes changed anywhere: it is read somehow, or not at all.
  @Test func brokenBodiesAreReadAsFarAsTheyGo() {
    let whole = Browser.multipart(
      [(.text, "Dear Ana"), (.alternative, "A door")], file: WebDesk.png, boundary: "b")
    for length in 0...whole.count {
      let read = Multipart.fields(Array(whole.prefix(length)), boundary: "b")
      #expect(read.values.count <= 2)
    }
    for at in whole.indices {
      for byte in [0, 10, 13, 34, 45, 255] as [UInt8] {
        var broken = whole
        broken[at] = byte
        _ = Multipart.fields(broken, boundary: "b")
      }
    }
    for body in [
      "", "--", "--b", "--b--", "\r\n--b", "--b\r\n\r\n", "--b\r\n\r\n--b", "\r\n\r\n\r\n",
    ] {
      #expect(Self.fields(body).values.isEmpty)
      #expect(Self.fields(body).files.isEmpty)
    }
  }

  @Test func partsWithoutEndAreCutOff() {
    let part = "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nx\r\n"
    let read = Self.fields(String(repeating: part, count: 5000) + "--b--")
    #expect(read.all(.text).count == FormFields.most)
    let pairs = FormFields.urlEncoded(Array(String(repeating: "a=1&", count: 5000).utf8))
    #expect(pairs.values["a"]?.count == FormFields.most)
  }

  @Test func formsAreDecodedAsTheStandardSays() {
    let read = FormFields.urlEncoded(
      Array("text=a+b%20c%2B%E2%82%AC&word=%zz%4&name=%+1&query&=x&date=1%0D%0A2%0D3%00".utf8))
    #expect(read[.text] == "a b c+€")
    #expect(read[.word] == "%zz%4")
    #expect(read[.name] == "% 1")
    #expect(read.has(.query))
    #expect(read[.date] == "1\n2\n3")
  }

  @Test func aRefusedPictureKeepsWhatWasTyped() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      let token = try await browser.token()
      func add(_ file: [UInt8]?, alternative: String, text: String) async throws -> TestResponse {
        try await browser.send(
          .post, web.open.path(.addUpload), type: "multipart/form-data; boundary=----heedBoundary7",
          body: Browser.multipart(
            [(.csrf, token), (.text, text), (.alternative, alternative)], file: file))
      }
      for (file, alternative, text) in [
        (Array("<script>alert(1)</script>".utf8), "A door", "Typed with a script"),
        (Array("%PDF-1.7".utf8), "A door", "Typed with a paper"),
        (nil, "A door", "Typed without a file"),
        (WebDesk.png, "  ", "Typed without a description"),
      ] as [([UInt8]?, String, String)] {
        let answer = try await add(file, alternative: alternative, text: text)
        #expect(answer.status == .unprocessableContent, "\(text)")
        #expect(answer.text.contains(text), "\(text)")
        #expect(try await browser.get(web.open.path(.conversation)).text.contains(text))
      }
      let taken = try await add(WebDesk.png, alternative: "A blue door", text: "Typed at last")
      #expect(taken.status == .seeOther)
      let page = try await browser.get(web.open.path(.conversation)).text
      #expect(page.contains("Typed at last"))
      #expect(page.contains("A blue door"))
    }
  }

  @Test func moreThanTwentyMegabytesAreRefused() async throws {
    let web = try await WebDesk()
    try await web.serve { client in
      let browser = try await web.browser(client, as: "Bruno")
      let token = try await browser.token()
      let before = try await web.dump()
      let file = WebDesk.png + Array(repeating: 0, count: 20 << 20)
      let answer = try await browser.send(
        .post, web.open.path(.addUpload), type: "multipart/form-data; boundary=b7",
        body: Browser.multipart(
          [(.csrf, token), (.alternative, "A door")], file: file, boundary: "b7"))
      #expect(answer.status == .unprocessableContent)
      #expect(try await web.dump() == before)
    }
  }
}
