/// A question to a name server, as it is sent (RFC 1035, section 4).
struct DNSQuestion: Sendable, Hashable {
  enum Kind: UInt16, Sendable {
    case texts = 16
    case services = 33
  }

  /// Labels in lower case.
  let name: [String]
  let kind: Kind

  /// - Returns: `nil` for what no name can be.
  init?(_ name: String, _ kind: Kind) {
    let labels = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
      .map(String.init)
    guard labels.allSatisfy({ (1...63).contains($0.utf8.count) }),
      labels.reduce(1, { $0 + $1.utf8.count + 1 }) <= 255
    else { return nil }
    self.name = labels
    self.kind = kind
  }

  /// - Parameter id: chosen by chance: whoever wants to answer in the server's place has to guess it.
  func written(id: UInt16) -> [UInt8] {
    // Recursion is wanted; one question.
    var bytes: [UInt8] = [UInt8(id >> 8), UInt8(id & 255), 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    for label in name { bytes += [UInt8(label.utf8.count)] + Array(label.utf8) }
    return bytes + [0, UInt8(kind.rawValue >> 8), UInt8(kind.rawValue & 255), 0, 1]
  }
}

/// What came back, read without belief: anybody may have sent it.
enum DNSAnswer: Sendable, Hashable {
  case services([ServiceRecordBytes])
  case texts([[UInt8]])
  /// There is no such name, or nothing of this kind at it.
  case nothing
  /// More than a datagram holds: ask again over a connection.
  case cut
  /// The server cannot or will not (its code): another may.
  case refused(Int)

  /// A service's place as it was written.
  struct ServiceRecordBytes: Sendable, Hashable {
    var priority: Int
    var weight: Int
    var port: Int
    /// Empty for the root: the service is decidedly not there.
    var target: [String]
  }

  /// Records of one answer that are read.
  static let records = 100
  /// Aliases that are followed.
  static let aliases = 8

  /// - Returns: `nil` for what answers another question, or can be no answer at all: as if it had not come.
  static func read(_ bytes: [UInt8], to question: DNSQuestion, id: UInt16) -> DNSAnswer? {
    var reader = DNSReader(bytes)
    guard let header = reader.numbers(6), header[0] == Int(id) else { return nil }
    let flags = header[1]
    // An answer, to a plain question, of exactly one question: ours.
    guard flags & 0x8000 != 0, flags & 0x7800 == 0, header[2] == 1,
      reader.name() == question.name, reader.number() == Int(question.kind.rawValue),
      reader.number() == 1
    else { return nil }
    if flags & 0x0200 != 0 { return .cut }
    switch flags & 15 {
    case 0: break
    case 3: return .nothing
    case let code: return .refused(code)
    }
    return records(min(header[3], Self.records), of: &reader, to: question)
  }

  private static func records(
    _ count: Int, of reader: inout DNSReader, to question: DNSQuestion
  ) -> DNSAnswer? {
    var found: [(owner: [String], start: Int, end: Int)] = []
    var other: [[String]: [String]] = [:]
    for _ in 0..<count {
      guard let owner = reader.name(), let kind = reader.number(), let family = reader.number(),
        reader.skip(4), let length = reader.number()
      else { return nil }
      let start = reader.place
      guard reader.skip(length) else { return nil }
      guard family == 1 else { continue }
      if kind == Int(question.kind.rawValue) {
        found.append((owner, start, reader.place))
      } else if kind == 5 {
        var alias = reader.at(start)
        if let name = alias.name(), alias.place <= start + length { other[owner] = name }
      }
    }
    var name = question.name
    for _ in 0..<Self.aliases {
      let here = found.filter { $0.owner == name }
      if !here.isEmpty {
        let parts = here.map { (reader: reader.at($0.start), end: $0.end) }
        switch question.kind {
        case .texts: return .texts(parts.compactMap { text($0.reader, until: $0.end) })
        case .services: return .services(parts.compactMap { service($0.reader, until: $0.end) })
        }
      }
      guard let next = other[name] else { return .nothing }
      name = next
    }
    // A ring of aliases.
    return .nothing
  }

  private static func text(_ reader: DNSReader, until end: Int) -> [UInt8]? {
    var reader = reader
    var text: [UInt8] = []
    while reader.place < end {
      guard let length = reader.byte(), reader.place + length <= end,
        let part = reader.bytes(length)
      else { return nil }
      text += part
    }
    return text
  }

  private static func service(_ reader: DNSReader, until end: Int) -> ServiceRecordBytes? {
    var reader = reader
    guard let numbers = reader.numbers(3), let target = reader.name(), reader.place == end else {
      return nil
    }
    return ServiceRecordBytes(
      priority: numbers[0], weight: numbers[1], port: numbers[2], target: target)
  }
}

/// Reads what a name server sent, byte by byte, and never past its end.
struct DNSReader: Sendable {
  private let all: [UInt8]
  private(set) var place = 0

  init(_ bytes: [UInt8]) { all = bytes }

  func at(_ place: Int) -> DNSReader {
    var reader = self
    reader.place = place
    return reader
  }

  mutating func byte() -> Int? {
    guard place < all.count else { return nil }
    defer { place += 1 }
    return Int(all[place])
  }

  mutating func number() -> Int? {
    guard place + 2 <= all.count else { return nil }
    defer { place += 2 }
    return Int(all[place]) << 8 | Int(all[place + 1])
  }

  mutating func numbers(_ count: Int) -> [Int]? {
    var numbers: [Int] = []
    for _ in 0..<count {
      guard let number = number() else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard place + count <= all.count else { return nil }
    defer { place += count }
    return Array(all[place..<place + count])
  }

  mutating func skip(_ count: Int) -> Bool {
    guard place + count <= all.count else { return false }
    place += count
    return true
  }

  /// A name, which may go on at an earlier place (RFC 1035, section 4.1.4).
  ///
  /// Each jump has to lead further back than the one before it: rings, and names that are written to take for ever, end
  /// here.
  mutating func name() -> [String]? {
    var labels: [String] = []
    var length = 1
    var here = place
    var after: Int?
    var earliest = place
    while true {
      guard here < all.count else { return nil }
      let size = Int(all[here])
      if size & 0xC0 == 0xC0 {
        guard here + 1 < all.count else { return nil }
        let target = (size & 0x3F) << 8 | Int(all[here + 1])
        guard target < earliest else { return nil }
        after = after ?? here + 2
        earliest = target
        here = target
        continue
      }
      guard size & 0xC0 == 0, here + 1 + size <= all.count else { return nil }
      if size == 0 { break }
      length += size + 1
      // A dot inside a label would pass for two labels once it is shown.
      let label = all[here + 1..<here + 1 + size]
      guard length <= 255, !label.contains(UInt8(ascii: ".")),
        let text = String(validating: label, as: UTF8.self)
      else { return nil }
      labels.append(text.lowercased())
      here += 1 + size
    }
    place = after ?? here + 1
    return labels
  }
}
