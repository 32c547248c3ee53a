import HeedModel

/// How the practice network's ids stand in the record.
enum RemoteIDs {
  static func post(_ id: String) -> RemoteID { RemoteID("post/\(id)") }
  static func person(_ id: String) -> RemoteID { RemoteID("person/\(id)") }
  static func media(_ id: String) -> RemoteID { RemoteID("media/\(id)") }

  static func post(_ remote: RemoteID) -> String? { inner(remote, "post/") }
  static func media(_ remote: RemoteID) -> String? { inner(remote, "media/") }

  /// The id behind its kind, if it can stand in an address.
  private static func inner(_ remote: RemoteID, _ kind: String) -> String? {
    guard remote.rawValue.hasPrefix(kind) else { return nil }
    let id = remote.rawValue.dropFirst(kind.count)
    return id.isEmpty || !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
      ? nil : String(id)
  }
}
