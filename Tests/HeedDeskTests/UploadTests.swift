import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct UploadTests {
  static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2]

  @Test func aPictureNeedsWordsForThoseWhoCannotSeeIt() async throws {
    let test = try await TestDesk()
    let id = try await test.says("How does it look?", id: "q")
    let told = await problem {
      _ = try await test.desk.upload(
        Self.picture, type: "image/png", alternative: " ", to: id, by: test.alicia)
    }
    #expect(told?.field == "alternative")
    #expect(test.uploads.names == [])
  }

  @Test(arguments: ["<svg onload=alert(1)>", "%PDF-1.4", "MZ", "GIF", ""])
  func whatIsNoPictureIsRefusedWhateverItSaysOfItself(_ bytes: String) async throws {
    let test = try await TestDesk()
    let id = try await test.says("How does it look?", id: "q")
    let told = await problem {
      _ = try await test.desk.upload(
        Array(bytes.utf8), type: "image/png", alternative: "A bicycle", to: id, by: test.alicia)
    }
    #expect(told?.code == .invalid)
    #expect(told?.field == "file")
    #expect(test.uploads.names == [])
  }

  @Test func aPictureGoesOutWithTheReplyThatItHangsOn() async throws {
    let test = try await TestDesk()
    let id = try await test.says("How does it look?", id: "q")
    let upload = try await test.desk.upload(
      Self.picture, type: "text/html", alternative: "A green bicycle", to: id, by: test.alicia)
    #expect(upload.type == "image/png")
    let reply = try await test.write("So:", in: id)
    #expect(try await test.reply(reply).uploads == [upload.id])
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(test.far.accepted.first?.media.map(\.rawValue) == ["media-\(upload.id)"])
    let post = try await test.post(test.far.accepted[0].id.rawValue)
    #expect(post.media.map(\.alternative) == ["A green bicycle"])
  }

  @Test func nobodySendsAnothersPicture() async throws {
    let test = try await TestDesk()
    let id = try await test.says("How does it look?", id: "q")
    let upload = try await test.desk.upload(
      Self.picture, type: "image/png", alternative: "A green bicycle", to: id, by: test.alicia)
    let told = await problem {
      _ = try await test.desk.send(
        .init(conversation: id, text: "So:", uploads: [upload.id]), by: test.bruno)
    }
    #expect(told?.code == .invalid)
    let viewer = test.bruno
    let draft = try await test.store.read { try $0.draft(of: id, by: viewer.member) }
    #expect(draft?.text == "So:")
    #expect(draft?.uploads == [])
  }

  @Test func moreThanFitsThereIsRefusedAndKept() async throws {
    let test = try await TestDesk()
    let id = try await test.says("How does it look?", id: "q")
    for number in 0..<3 {
      _ = try await test.desk.upload(
        Self.picture, type: "image/png", alternative: "Number \(number)", to: id,
        by: test.alicia)
    }
    let told = await problem { _ = try await test.write("So:", in: id) }
    #expect(told?.text.english == "At most 2 fit there. Your draft is kept.")
    let viewer = test.alicia
    let draft = try await test.store.read { try $0.draft(of: id, by: viewer.member) }
    #expect(draft?.uploads.count == 3)
  }

  @Test func aTypeThatThePlaceDoesNotTakeIsRefused() async throws {
    let test = try await TestDesk()
    let id = try await test.says("How does it look?", id: "q")
    _ = try await test.desk.upload(
      Array("GIF89a".utf8) + [8, 0, 8, 0], type: "image/gif", alternative: "It moves", to: id,
      by: test.alicia)
    #expect(await problem { _ = try await test.write("So:", in: id) }?.field == "file")
  }

  @Test func whatHangsOnNothingGoesAfterADay() async throws {
    let test = try await TestDesk()
    let id = try await test.says("How does it look?", id: "q")
    let upload = try await test.desk.upload(
      Self.picture, type: "image/png", alternative: "A green bicycle", to: id, by: test.alicia)
    test.pass(.days(2))
    try await test.desk.letWordsGo()
    #expect(test.uploads.names == [upload.id.description])
    try await test.desk.removeUpload(upload.id, from: id, by: test.alicia)
    try await test.desk.letWordsGo()
    #expect(test.uploads.names == [])
  }
}
