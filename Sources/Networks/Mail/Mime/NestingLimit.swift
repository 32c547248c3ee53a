/// Keeps a mail from being deeper than the library's own stack.
///
/// The library goes down into parts by calling itself; a mail of ten thousand parts in each other would end the
/// process. A part can only open where a boundary is declared or a mail is attached, so a mail that declares more than
/// so many is not taken apart: its head stays, its body is read as plain words.
struct NestingLimit {
  let depth: Int

  func tamed(_ raw: [UInt8]) -> [UInt8] {
    // More than any person's mail program ever made; the walk itself ends sooner.
    guard declarations(in: raw, upTo: depth * 30) > depth * 20 else { return raw }
    let end = Self.endOfHead(in: raw[...])
    // Without its type the body is plain words.
    var head: [UInt8] = []
    var keeps = true
    for line in raw[..<end].split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.first != 0x20, line.first != 0x09 {
        keeps = !Self.begins(line, with: "content-")
      }
      if keeps { head += line + [0x0A] }
    }
    return head + raw[end...]
  }

  private func declarations(in raw: [UInt8], upTo most: Int) -> Int {
    var count = 0
    for name in ["boundary", "message/"] {
      let name = Array(name.utf8)
      raw.withUnsafeBufferPointer { bytes in
        var index = 0
        while index + name.count <= bytes.count, count <= most {
          var matched = 0
          while matched < name.count, bytes[index + matched] | 0x20 == name[matched] | 0x20 {
            matched += 1
          }
          if matched == name.count {
            count += 1
            index += matched
          } else {
            index += 1
          }
        }
      }
    }
    return count
  }

  /// Where the empty line stands that ends a head; behind everything where there is none.
  static func endOfHead(in raw: ArraySlice<UInt8>) -> Int {
    var index = raw.startIndex
    var lineIsEmpty = true
    while index < raw.endIndex {
      if raw[index] == 0x0A {
        if lineIsEmpty { return index }
        lineIsEmpty = true
      } else if raw[index] != 0x0D {
        lineIsEmpty = false
      }
      index += 1
    }
    return raw.endIndex
  }

  private static func begins(_ line: ArraySlice<UInt8>, with name: String) -> Bool {
    line.count >= name.utf8.count && zip(line, name.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }
}
