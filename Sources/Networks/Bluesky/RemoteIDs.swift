import HeedModel

/// What the ids of this network mean: a person is a DID, a post is its `at://` address
/// (https://atproto.com/specs/at-uri-scheme). Both stay the same when a handle changes.
enum RemoteIDs {
  static func person(_ did: String) -> RemoteID? { isDID(did) ? RemoteID(did) : nil }

  static func post(_ did: String, _ key: String) -> RemoteID? {
    isDID(did) && isRecordKey(key) ? RemoteID("at://\(did)/\(Collection.post)/\(key)") : nil
  }

  /// A post that another one names; `nil` for what is no address of a post.
  static func post(_ address: String?) -> RemoteID? {
    guard let address, address.utf8.count <= 1_000, address.hasPrefix("at://") else { return nil }
    let parts = address.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1] == Collection.post else { return nil }
    return post(String(parts[0]), String(parts[2]))
  }

  /// https://atproto.com/specs/did#at-protocol-did-identifier-syntax
  static func isDID(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.count <= 2_048, text.hasPrefix("did:") else { return false }
    let rest = bytes.dropFirst(4)
    guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon > rest.startIndex,
      rest[..<colon].allSatisfy({ (97...122).contains($0) })
    else { return false }
    let id = rest[rest.index(after: colon)...]
    guard let last = id.last, last != UInt8(ascii: ":"), last != UInt8(ascii: "%") else {
      return false
    }
    return id.allSatisfy { isAlphanumeric($0) || [46, 95, 58, 37, 45].contains($0) }
  }

  /// https://atproto.com/specs/record-key#record-key-syntax
  static func isRecordKey(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (1...512).contains(bytes.count), text != ".", text != ".." else { return false }
    return bytes.allSatisfy { isAlphanumeric($0) || [46, 45, 95, 58, 126].contains($0) }
  }

  /// https://atproto.com/specs/handle#handle-identifier-syntax
  static func isHandle(_ text: String) -> Bool {
    guard text.utf8.count <= 253 else { return false }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last?.utf8.first, !(48...57).contains(top) else {
      return false
    }
    return labels.allSatisfy { label in
      let bytes = label.utf8
      return (1...63).contains(bytes.count) && bytes.first != 45 && bytes.last != 45
        && bytes.allSatisfy { isAlphanumeric($0) || $0 == 45 }
    }
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 0x20)
  }
}

/// The address of any record, or of a repository or a collection alone
/// (https://atproto.com/specs/at-uri-scheme#restricted-at-uri-syntax).
struct RecordAddress: Sendable, Equatable {
  /// A DID or a handle.
  var repository: String
  var collection: String?
  var key: String?

  init?(_ text: String) {
    guard text.utf8.count <= 8_192, text.hasPrefix("at://") else { return nil }
    let parts = text.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false).map {
      String($0)
    }
    guard (1...3).contains(parts.count), RemoteIDs.isDID(parts[0]) || RemoteIDs.isHandle(parts[0])
    else { return nil }
    repository = parts[0]
    if parts.count > 1 {
      guard RemoteIDs.isCollection(parts[1]) else { return nil }
      collection = parts[1]
    }
    if parts.count > 2 {
      guard RemoteIDs.isRecordKey(parts[2]) else { return nil }
      key = parts[2]
    }
  }
}

extension RemoteIDs {
  /// A namespaced name (https://atproto.com/specs/nsid#nsid-syntax).
  static func isCollection(_ text: String) -> Bool {
    guard text.utf8.count <= 317 else { return false }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard parts.count >= 3, let name = parts.last else { return false }
    guard (1...63).contains(name.count), !(48...57).contains(name[0]),
      name.allSatisfy(isAlphanumeric)
    else { return false }
    guard !(48...57).contains(parts[0].first ?? 48) else { return false }
    return parts.dropLast().allSatisfy { part in
      (1...63).contains(part.count) && part.first != 45 && part.last != 45
        && part.allSatisfy { isAlphanumeric($0) || $0 == 45 }
    }
  }

  /// A message in private: the conversation's id and its own.
  static func message(_ conversation: String, _ id: String) -> RemoteID {
    RemoteID("chat://\(conversation)/\(id)")
  }

  /// The conversation that a message in private belongs to; `nil` for posts.
  static func conversation(of id: RemoteID) -> String? {
    guard id.rawValue.hasPrefix("chat://") else { return nil }
    let parts = id.rawValue.dropFirst(7).split(separator: "/")
    return parts.count == 2 && isRecordKey(String(parts[0])) ? String(parts[0]) : nil
  }
}

/// The kinds of records that are heard.
enum Collection {
  static let post = "app.bsky.feed.post"
  static let profile = "app.bsky.actor.profile"
}

/// Where people see it.
enum Page {
  static func person(_ did: String) -> String { "https://bsky.app/profile/\(did)" }
  static func post(_ did: String, _ key: String) -> String { person(did) + "/post/\(key)" }
}
