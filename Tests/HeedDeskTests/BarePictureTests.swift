import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// A picture tells what it shows, and not where its photographer lives.
@Suite struct BarePictureTests {
  private static let secret = Array("52.1951 N 0.1313 E, Anas phone".utf8)

  private static func part(_ marker: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((bytes.count + 2) >> 8), UInt8((bytes.count + 2) & 0xFF)] + bytes
  }

  /// As a camera writes it: with a thumbnail, a place and how it was held.
  private static func exif(turn: UInt8, isLittle: Bool) -> [UInt8] {
    func two(_ number: Int) -> [UInt8] {
      let bytes = [UInt8(number >> 8), UInt8(number & 0xFF)]
      return isLittle ? bytes.reversed() : bytes
    }
    func four(_ number: Int) -> [UInt8] {
      isLittle ? two(number) + [0, 0] : [0, 0] + two(number)
    }
    let entries =
      two(2) + two(0x010F) + two(2) + four(secret.count) + four(100) + two(0x0112) + two(3)
      + four(1) + two(Int(turn)) + [0, 0]
    return Array("Exif".utf8) + [0, 0] + Array((isLittle ? "II" : "MM").utf8) + two(42) + four(8)
      + entries + secret
  }

  private static let picture: [UInt8] = [
    0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0, 0xFF, 0xE1, 7, 0xFF, 0xD9,
  ]

  @Test(arguments: [true, false])
  func aPhotoKeepsHowItIsTurnedAndNothingElseOfItsCamera(_ isLittle: Bool) {
    let jfif = Self.part(0xE0, Array("JFIF".utf8) + [0])
    let colours = Self.part(0xE2, Array("ICC_PROFILE".utf8))
    let tables = Self.part(0xDB, [1, 2, 3])
    let photo =
      [0xFF, 0xD8] + jfif + Self.part(0xE1, Self.exif(turn: 6, isLittle: isLittle)) + [0xFF]
      + Self.part(0xE1, Array("http://ns.adobe.com/xap/1.0/".utf8) + Self.secret) + colours
      + Self.part(0xED, Self.secret) + Self.part(0xFE, Self.secret) + tables + Self.picture
    let bare = BarePicture.bare(photo, type: "image/jpeg")
    #expect(!Self.contains(bare, Self.secret))
    #expect(bare.suffix(Self.picture.count) == Self.picture[...])
    for part in [jfif, colours, tables] { #expect(Self.contains(bare, part)) }
    // What is left says the same to whoever reads it: bare once more, nothing changes.
    #expect(BarePicture.bare(bare, type: "image/jpeg") == bare)
    #expect(Self.contains(bare, [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))
    let upright =
      [0xFF, 0xD8] + Self.part(0xE1, Self.exif(turn: 1, isLittle: isLittle)) + Self.picture
    #expect(BarePicture.bare(upright, type: "image/jpeg") == [0xFF, 0xD8] + Self.picture)
  }

  @Test func aPNGLosesItsNotes() {
    func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(bytes.count)] + Array(name.utf8) + bytes + [9, 9, 9, 9]
    }
    let mark: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let head = chunk("IHDR", Array(repeating: 1, count: 13))
    let data = chunk("IDAT", [1, 2, 3])
    let end = chunk("IEND", [])
    let png =
      mark + head + chunk("eXIf", Self.secret) + chunk("tEXt", Self.secret)
      + chunk("iTXt", Self.secret) + data + chunk("tIME", Self.secret) + end + Self.secret
    #expect(BarePicture.bare(png, type: "image/png") == mark + head + data + end)
  }

  @Test func aWebPLosesItsNotesAndSaysSo() {
    func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
      let length = bytes.count
      return Array(name.utf8) + [UInt8(length), 0, 0, 0] + bytes
        + (length % 2 == 1 ? [0] : [])
    }
    func file(_ chunks: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + [UInt8(chunks.count + 4), 0, 0, 0] + Array("WEBP".utf8) + chunks
    }
    let data = chunk("VP8 ", [1, 2, 3])
    let webp = file(
      chunk("VP8X", [0x2C, 0, 0, 0, 1, 0, 0, 1, 0, 0]) + data + chunk("EXIF", Self.secret)
        + chunk("XMP ", Self.secret))
    let bare = file(chunk("VP8X", [0x20, 0, 0, 0, 1, 0, 0, 1, 0, 0]) + data)
    #expect(BarePicture.bare(webp, type: "image/webp") == bare)
  }

  @Test(arguments: ["image/jpeg", "image/png", "image/webp", "image/gif"])
  func whatIsNotBuiltAsItsKindIsStaysAsItIs(_ type: String) {
    var chance = SplitMix64(seed: 7)
    for length in 0..<400 {
      var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &chance) }
      if length > 12 {
        bytes.replaceSubrange(0..<4, with: [0xFF, 0xD8, 0xFF, 0xE1])
        bytes[4] = 0
      }
      let bare = BarePicture.bare(bytes, type: type)
      #expect(bare.count <= bytes.count + 40)
    }
  }

  @Test func itIsBareBeforeItIsKept() async throws {
    let test = try await TestDesk()
    let id = try await test.says("How does it look?", id: "q")
    let photo = [0xFF, 0xD8] + Self.part(0xE1, Self.exif(turn: 1, isLittle: true)) + Self.picture
    let upload = try await test.desk.upload(
      photo, type: "image/jpeg", alternative: "A bell", to: id, by: test.alicia)
    let (_, kept) = try await test.desk.media(upload.id, for: test.alicia)
    #expect(!Self.contains(kept, Self.secret))
    #expect(upload.bytes == kept.count)
  }

  private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.firstRange(of: part) != nil
  }
}
