import Foundation
import HeedModel
import Testing

@testable import MailNetwork

/// Real and malformed mails of many years with what another reader made of them.
@Suite struct StalwartTests {
  static let folders = ["rfc", "legacy", "malformed", "thirdparty"].map {
    "mail-stalwart/eml/" + $0
  }

  @Test(.enabled(if: Corpora.has("mail-stalwart")))
  func everyMailIsReadAndMostFieldsAreAsAnotherReaderHasThem() throws {
    var tally = Tally()
    var read = 0
    var slowest = Duration.zero
    for folder in Self.folders {
      for file in try Corpora.files(in: folder) where file.pathExtension == "json" {
        let isCRLF = file.lastPathComponent.hasSuffix(".crlf.json")
        let name = file.lastPathComponent.split(separator: ".")[0]
        let mail = file.deletingLastPathComponent().appending(path: "\(name).eml")
        var bytes = try Corpora.bytes(mail)
        if isCRLF { bytes = Self.withCRLF(bytes) }
        let (message, time) = cpuTime { MimeReader().read(bytes) }
        slowest = max(slowest, time)
        read += 1
        let expected = try #require(
          JSONSerialization.jsonObject(with: Data(try Corpora.bytes(file))) as? [String: Any])
        Expected(expected).compare(message, "\(file.lastPathComponent) of \(folder)", &tally)
      }
    }
    for line in tally.lines { print(line) }
    print("mail-stalwart: \(read) readings, the slowest took \(slowest)")
    #expect(read >= 214)
    #expect(slowest < .seconds(1))
    for (field, floor) in Self.floors {
      #expect(tally.share(of: field) >= floor, "\(field)")
    }
  }

  /// What was reached when this was written; below it something was broken. Where the two differ, most mails are
  /// ill-formed in a way that has no one reading, or ours makes words of letters that the other gives up.
  static let floors: [(String, Double)] = [
    ("from", 0.95), ("to", 0.95), ("subject", 0.93), ("date", 0.95), ("message-id", 0.95),
    ("words", 0.84), ("attachments", 0.83),
  ]

  @Test(.enabled(if: Corpora.has("mail-stalwart")))
  func everyFileOfTheFolderIsReadWhateverItIs() throws {
    var count = 0
    let root = Corpora.root.appending(path: "mail-stalwart")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard let data = try? Data(contentsOf: file) else { continue }
      // Whatever stands in it, also what is no mail at all, and what ends in the middle.
      _ = MimeReader().read(Array(data))
      _ = MimeReader().read(Array(data.prefix(data.count / 2)))
      _ = MimeReader().read(Array(data.reversed()))
      count += 1
    }
    print("mail-stalwart: \(count) files read whole, halved and backwards")
    #expect(count >= 330)
  }

  static func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes where byte != 0x0D {
      if byte == 0x0A { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }
}

/// How often two readers agree, by field.
struct Tally {
  private var counts: [String: (same: Int, all: Int)] = [:]
  private var misses: [String] = []

  mutating func note(_ field: String, _ isSame: Bool, _ what: @autoclosure () -> String) {
    let (same, all) = counts[field] ?? (0, 0)
    counts[field] = (same + (isSame ? 1 : 0), all + 1)
    if !isSame { misses.append("\(field): \(what())") }
  }

  func share(of field: String) -> Double {
    guard let (same, all) = counts[field], all > 0 else { return 0 }
    return Double(same) / Double(all)
  }

  var lines: [String] {
    counts.sorted { $0.key < $1.key }.map {
      "mail-stalwart \($0.key): \($0.value.same) of \($0.value.all)"
    }
      + misses.map { "  differs in " + String($0.prefix(400)) }
  }
}

/// What the other reader found.
struct Expected {
  let parts: [[String: Any]]
  let textBody: [Int]
  let attachments: [Int]

  init(_ json: [String: Any]) {
    parts = json["parts"] as? [[String: Any]] ?? []
    textBody = json["text_body"] as? [Int] ?? []
    attachments = json["attachments"] as? [Int] ?? []
  }

  func compare(_ message: MailMessage, _ name: String, _ tally: inout Tally) {
    for (field, found) in [("from", message.from), ("to", message.to), ("cc", message.cc)] {
      guard let wanted = addresses(field) else { continue }
      tally.note(
        field, wanted == found.map { MailAddress.key($0.address) }.filter { !$0.isEmpty },
        "\(name): \(wanted) and \(found.map(\.address))")
    }
    if let subject = text("subject") {
      let same = Self.squeezed(subject) == Self.squeezed(message.subject)
      tally.note("subject", same, "\(name): \(subject) and \(message.subject)")
    }
    if let id = text("message_id") {
      tally.note(
        "message-id", id == message.messageID, "\(name): \(id) and \(message.messageID ?? "")")
    }
    if let date = date {
      tally.note("date", message.date?.milliseconds == date * 1000, "\(name): \(date)")
    }
    let words = textBody.compactMap(body).joined()
    let ours = message.pieces.map { $0.plain ?? $0.html ?? "" }.joined()
    tally.note(
      "words", Self.squeezed(words) == Self.squeezed(ours),
      "\(name): “\(words.prefix(120))” and “\(ours.prefix(120))”")
    tally.note(
      "attachments", attachments.count == message.attachments.count,
      "\(name): \(attachments.count) and \(message.attachments.count)")
  }

  private func value(_ name: String) -> [String: Any]? {
    let headers = parts.first?["headers"] as? [[String: Any]] ?? []
    return headers.last { $0["name"] as? String == name }?["value"] as? [String: Any]
  }

  private func text(_ name: String) -> String? { value(name)?["Text"] as? String }

  private func addresses(_ name: String) -> [String]? {
    guard let found = value(name)?["Address"] as? [String: Any] else { return nil }
    let list =
      found["List"] as? [[String: Any]]
      ?? (found["Group"] as? [[String: Any]] ?? []).flatMap {
        $0["addresses"] as? [[String: Any]] ?? []
      }
    let addresses = list.compactMap { $0["address"] as? String }
    return addresses.isEmpty ? nil : addresses.map(MailAddress.key)
  }

  private var date: Int64? {
    guard let found = value("date")?["DateTime"] as? [String: Any] else { return nil }
    func number(_ name: String) -> Int { found[name] as? Int ?? 0 }
    var parts = DateComponents()
    parts.timeZone = TimeZone(secondsFromGMT: 0)
    (parts.year, parts.month, parts.day) = (number("year"), number("month"), number("day"))
    (parts.hour, parts.minute, parts.second) = (number("hour"), number("minute"), number("second"))
    guard number("year") > 1970, let date = Calendar(identifier: .gregorian).date(from: parts)
    else {
      return nil
    }
    let offset = Int64(number("tz_hour") * 3600 + number("tz_minute") * 60)
    let isBehind = found["tz_before_gmt"] as? Bool ?? false
    return Int64(date.timeIntervalSince1970) + (isBehind ? offset : -offset)
  }

  private func body(_ index: Int) -> String? {
    guard parts.indices.contains(index), let body = parts[index]["body"] as? [String: Any] else {
      return nil
    }
    return body["Text"] as? String ?? body["Html"] as? String
  }

  static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
