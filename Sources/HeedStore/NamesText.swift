import HeedModel

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
