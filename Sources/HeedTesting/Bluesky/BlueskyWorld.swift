import Foundation
import HeedModel

/// Who is there, what they said, and what programs were given.
struct BlueskyWorld {
  struct Person {
    var did: String
    var handle: String
    var name: String
    var followers = 0
  }

  struct Password {
    var did: String
    var forMessages: Bool
  }

  struct Token {
    enum Kind { case access, refresh }
    var did: String
    var kind: Kind
    var forMessages: Bool
    var isOver = false
  }

  /// A record of a post, as it was written.
  struct Record {
    var rendered: String
    var text: String
    var parent: String?
    var root: String?
    var rootCID: String?
    var quoted: String?
    var mentions: [String] = []
    var languages: [String] = []
    var labels: [String] = []
    var alternatives: [String] = []
  }

  struct Post {
    var address: String
    var cid: String
    var did: String
    var record: Record
    /// What the view shows: the first wording.
    var first: Record
    var createdAt: Instant
    var order: Int
    var isClosed = false
  }

  struct Notice {
    var to: String
    var by: String
    var reason: String
    var address: String
    var cid: String
    var subject: String?
    var at: Instant
    var order: Int
  }

  struct Message {
    var id: String
    var revision: String
    var text: String?
    var sender: String
    var at: Instant
  }

  struct Conversation {
    var id: String
    var members: [String]
    var messages: [Message] = []
    var revision = ""
  }

  var people: [String: Person] = [:]
  var passwords: [String: Password] = [:]
  var tokens: [String: Token] = [:]
  var posts: [String: Post] = [:]
  var notices: [Notice] = []
  var conversations: [String: Conversation] = [:]
  var blobs: [String: (type: String, size: Int)] = [:]
  private var count = 0

  mutating func next() -> Int {
    count += 1
    return count
  }

  private static let alphabet = Array("234567abcdefghijklmnopqrstuvwxyz")

  static func letters(_ number: UInt64, _ length: Int) -> String {
    var number = number
    var text: [Character] = []
    for _ in 0..<length {
      text.append(alphabet[Int(number & 31)])
      number = number >> 5 ^ (number &* 0x9E37_79B9)
    }
    return String(text)
  }

  static func cid(_ text: String) -> String {
    "bafyrei" + letters(StableHash.of(bytes: text.utf8), 52)
  }

  /// A name that follows all given before.
  mutating func key(at now: Instant) -> String {
    let value = (UInt64(now.milliseconds) * 1_000) << 10 + UInt64(next() & 1_023)
    return String((0..<13).map { Self.alphabet[Int(value >> UInt64(60 - 5 * $0) & 31)] })
  }

  func person(_ name: String) -> Person? {
    people[name] ?? people.values.first { $0.handle == name }
  }

  func record(_ text: String, parent: String?, quoting: String?, at now: Instant) -> Record {
    var fields: [(String, JSONValue)] = [
      ("$type", "app.bsky.feed.post"), ("text", .text(text)), ("createdAt", .text(Self.time(now))),
      ("langs", ["en"]),
    ]
    var facets: [JSONValue] = []
    for person in people.values.sorted(by: { $0.did < $1.did }) {
      guard let range = text.range(of: "@" + person.handle) else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      facets.append([
        "index": [
          "byteStart": .number("\(start)"),
          "byteEnd": .number("\(start + person.handle.utf8.count + 1)"),
        ],
        "features": [["$type": "app.bsky.richtext.facet#mention", "did": .text(person.did)]],
      ])
    }
    if !facets.isEmpty { fields.append(("facets", .list(facets))) }
    if let parent {
      let post = posts[parent]
      let root = post?.record.root ?? parent
      let rootCID = post?.record.rootCID ?? post?.cid ?? "bafyunknown"
      fields.append(
        (
          "reply",
          [
            "root": ["uri": .text(root), "cid": .text(rootCID)],
            "parent": ["uri": .text(parent), "cid": .text(post?.cid ?? "bafyunknown")],
          ]
        ))
    }
    if let quoting {
      fields.append(
        (
          "embed",
          [
            "$type": "app.bsky.embed.record",
            "record": ["uri": .text(quoting), "cid": .text(posts[quoting]?.cid ?? "bafyunknown")],
          ]
        ))
    }
    return Self.read(JSONValue.object(fields).rendered) ?? Record(rendered: "{}", text: text)
  }

  /// - Returns: `nil` for what is no record of a post.
  static func read(_ text: String) -> Record? {
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      object["$type"] as? String == "app.bsky.feed.post", let words = object["text"] as? String
    else { return nil }
    var record = Record(rendered: text, text: words)
    let reply = object["reply"] as? [String: [String: Any]]
    record.parent = reply?["parent"]?["uri"] as? String
    record.root = reply?["root"]?["uri"] as? String
    record.rootCID = reply?["root"]?["cid"] as? String
    record.languages = object["langs"] as? [String] ?? []
    let labels = object["labels"] as? [String: Any]
    record.labels = (labels?["values"] as? [[String: Any]] ?? []).compactMap {
      $0["val"] as? String
    }
    for facet in object["facets"] as? [[String: Any]] ?? [] {
      for feature in facet["features"] as? [[String: Any]] ?? [] {
        if let did = feature["did"] as? String { record.mentions.append(did) }
      }
    }
    let embed = object["embed"] as? [String: Any]
    record.alternatives = (embed?["images"] as? [[String: Any]] ?? []).map {
      $0["alt"] as? String ?? ""
    }
    record.quoted = (embed?["record"] as? [String: Any])?["uri"] as? String
    return record
  }

  /// Keeps a post and tells whom it concerns.
  mutating func keep(_ record: Record, by did: String, key: String, at now: Instant) -> String {
    let address = "at://\(did)/app.bsky.feed.post/\(key)"
    let cid = Self.cid(record.rendered)
    let order = next()
    posts[address] = Post(
      address: address, cid: cid, did: did, record: record, first: record, createdAt: now,
      order: order)
    var told: Set<String> = [did]
    func tell(_ whom: String?, _ reason: String, _ subject: String?) {
      guard let whom, told.insert(whom).inserted else { return }
      notices.append(
        Notice(
          to: whom, by: did, reason: reason, address: address, cid: cid, subject: subject, at: now,
          order: order))
    }
    tell(record.parent.flatMap { posts[$0]?.did }, "reply", record.parent)
    for mention in record.mentions { tell(mention, "mention", nil) }
    tell(record.quoted.flatMap { posts[$0]?.did }, "quote", record.quoted)
    return address
  }

  mutating func remove(_ address: String) {
    posts[address] = nil
    notices.removeAll { $0.address == address }
  }

  mutating func react(_ kind: String, by did: String, on address: String, at now: Instant) {
    guard let post = posts[address] else { return }
    let order = next()
    notices.append(
      Notice(
        to: post.did, by: did, reason: kind,
        address: "at://\(did)/app.bsky.feed.\(kind)/\(key(at: now))", cid: Self.cid("\(order)"),
        subject: address, at: now, order: order))
  }

  mutating func conversation(of members: [String]) -> String {
    if let known = conversations.values.first(where: { Set($0.members) == Set(members) }) {
      return known.id
    }
    let id = "3k" + Self.letters(UInt64(next()), 11)
    conversations[id] = Conversation(id: id, members: members)
    return id
  }

  @discardableResult
  mutating func say(
    _ text: String, by did: String, in conversation: String, at now: Instant
  ) -> Message {
    let key = key(at: now)
    let message = Message(id: key, revision: key, text: text, sender: did, at: now)
    conversations[conversation]?.messages.append(message)
    conversations[conversation]?.revision = key
    return message
  }

  mutating func takeAway(_ id: String, in conversation: String) {
    guard let at = conversations[conversation]?.messages.firstIndex(where: { $0.id == id }) else {
      return
    }
    let revision = key(at: conversations[conversation]?.messages.last?.at ?? Instant(seconds: 0))
    conversations[conversation]?.messages[at].text = nil
    conversations[conversation]?.messages[at].revision = revision
    conversations[conversation]?.revision = revision
  }

  func stands(message address: String) -> Bool {
    conversations.values.contains { conversation in
      conversation.messages.contains {
        $0.text != nil && address == "chat://\(conversation.id)/\($0.id)"
      }
    }
  }

  static func time(_ instant: Instant) -> String {
    Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
      .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
