import HeedModel

/// Media as one text: a line a medium, fields apart by the unit separator. Control characters do not occur within.
enum MediaText {
  static func write(_ media: [Media]) -> String {
    media.map { medium in
      [
        medium.kind.rawValue, medium.address, medium.type ?? "",
        medium.alternative == nil ? "" : "+",
        medium.alternative ?? "",
      ].map(plain).joined(separator: "\u{1F}")
    }.joined(separator: "\u{1E}")
  }

  static func read(_ text: String) -> [Media] {
    guard !text.isEmpty else { return [] }
    return text.split(separator: "\u{1E}").compactMap { line in
      let fields = line.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(
        String.init)
      guard fields.count == 5, let kind = Media.Kind(rawValue: fields[0]) else { return nil }
      return Media(
        kind: kind, address: fields[1], alternative: fields[3] == "+" ? fields[4] : nil,
        type: fields[2].isEmpty ? nil : fields[2])
    }
  }

  private static func plain(_ field: String) -> String {
    String(
      String.UnicodeScalarView(
        field.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
  }
}

/// Names in one text, apart by spaces.
enum NamesText {
  static func write<T: RawRepresentable>(_ names: some Sequence<T>) -> String
  where T.RawValue == String {
    names.map(\.rawValue).sorted().joined(separator: " ")
  }

  /// Unknown names are passed over.
  static func read<T: RawRepresentable>(_ text: String, as _: T.Type = T.self) -> [T]
  where T.RawValue == String {
    text.split(separator: " ").compactMap { T(rawValue: String($0)) }
  }

  static func write<Noun>(ids: [ID<Noun>]) -> String {
    ids.map(\.description).joined(separator: " ")
  }

  static func readIDs<Noun>(_ text: String, of _: Noun.Type = Noun.self) -> [ID<Noun>] {
    text.split(separator: " ").compactMap { ID(String($0)) }
  }
}
