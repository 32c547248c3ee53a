extension Told {
  /// Reads a message in any of the three shapes that servers send.
  ///
  /// Version 1 (https://github.com/bluesky-social/jetstream#consuming-jetstream): `time_us`, `kind`, and the rest in an object
  /// of that name; before that `type` and `commit.type` with a letter each. Version 2 (`network.bsky.jetstream.subscribeEvents`,
  /// framed as `xrpc.v1.json` says): in an object `payload` a `$type`, `witnessedAt`, and a commit's members beside them.
  ///
  /// - Returns: `nil` for what is no message; its neighbours do not suffer from it.
  init?(_ message: String) {
    var message = message
    let told = message.withUTF8 { Self.read($0) }
    guard let told else { return nil }
    self = told
  }

  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Told? {
    var reader = JSONReader(bytes)
    var frame = Frame()
    do {
      try reader.object { reader, key in try frame.read(key, &reader, isTop: true) }
      try reader.end()
      return try frame.told(bytes)
    } catch {
      return nil
    }
  }
}

/// What of a message was met so far; its members come in any order.
private struct Frame {
  enum Operation { case create, update, delete }

  var did: String?
  var at: Int64?
  var operation: Operation?
  var collection = Collection.other
  var key: String?
  var record: Range<Int>?
  var handle: String?
  var isGap = false
  /// Of an account.
  var isInactive = false
  var status: String?

  enum Collection { case post, profile, other }

  mutating func read(_ key: JSONKey, _ reader: inout JSONReader, isTop: Bool) throws {
    switch key {
    case "did" where isTop: did = try reader.string() ?? did
    case "time_us" where isTop: at = try reader.integer() ?? at
    case "time" where isTop:
      let time = PostTime.microseconds(try reader.string())
      at = at ?? time
    case "witnessedAt" where isTop: at = PostTime.microseconds(try reader.string()) ?? at
    case "payload" where isTop:
      var frame = self
      try reader.object { reader, key in try frame.read(key, &reader, isTop: true) }
      self = frame
    case "commit" where isTop, "identity" where isTop, "account" where isTop:
      // By value, so that the members of both levels are read by one method.
      var frame = self
      try reader.object { reader, key in try frame.read(key, &reader, isTop: false) }
      self = frame
    case "operation", "type": operation = try reader.operation() ?? operation
    case "collection": collection = try reader.collection()
    case "rkey": self.key = try reader.string()
    case "record": record = try reader.range()
    case "active" where !isTop: isInactive = try reader.isFalse()
    case "status" where !isTop: status = try reader.string()
    case "handle" where !isTop: handle = try reader.string()
    case "name" where isTop:
      let name = try reader.string()
      isGap = name == "OutdatedCursor"
    default: break
    }
  }

  func told(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Told? {
    if isGap, did == nil { return Told(did: "", at: nil, what: .gap) }
    guard let did, RemoteIDs.isDID(did) else { return nil }
    return Told(did: did, at: at, what: try what(bytes))
  }

  private func what(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Told.What {
    if let handle { return RemoteIDs.isHandle(handle) ? .handle(handle.lowercased()) : .nothing }
    // Others may come back: taken down and let in again, suspended, deactivated, or only not in step with their server.
    // What of theirs is not shown is found by looking again.
    // https://github.com/bluesky-social/atproto/blob/main/lexicons/com/atproto/sync/subscribeRepos.json
    if isInactive { return status == "deleted" ? .gone : .nothing }
    guard let operation, let key, RemoteIDs.isRecordKey(key) else { return .nothing }
    switch (collection, operation) {
    case (.post, .delete): return .removed(key: key)
    case (.post, _):
      guard let record else { return .nothing }
      var reader = JSONReader(bytes, record)
      guard let post = try PostRecord(&reader) else { return .nothing }
      return .post(key: key, post, isEdit: operation == .update)
    case (.profile, .delete): return .profile(ProfileRecord())
    case (.profile, _):
      guard key == "self", let record else { return .nothing }
      var reader = JSONReader(bytes, record)
      return try ProfileRecord(&reader).map { .profile($0) } ?? .nothing
    case (.other, _): return .nothing
    }
  }
}

extension JSONReader {
  fileprivate mutating func isFalse() throws -> Bool {
    let value = try range()
    return bytes[value].elementsEqual("false".utf8)
  }

  fileprivate mutating func operation() throws -> Frame.Operation? {
    switch try name() {
    case "create"?, "c"?: .create
    case "update"?, "u"?: .update
    case "delete"?, "d"?: .delete
    default: nil
    }
  }

  fileprivate mutating func collection() throws -> Frame.Collection {
    switch try name() {
    case "app.bsky.feed.post"?: .post
    case "app.bsky.actor.profile"?: .profile
    default: .other
    }
  }

  /// A text that is only compared.
  private mutating func name() throws -> JSONKey? {
    guard try next() == UInt8(ascii: "\"") else {
      try skip()
      return nil
    }
    return JSONKey(bytes, try text())
  }
}
