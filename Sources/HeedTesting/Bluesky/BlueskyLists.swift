import Foundation
import HeedModel
import HeedNetwork

extension BlueskyDouble {
  /// A post as the view shows it.
  func json(_ post: BlueskyWorld.Post, _ world: BlueskyWorld) -> JSONValue {
    let shown = showsEdits ? post.record : post.first
    return [
      "uri": .text(post.address),
      "cid": .text(showsEdits ? post.cid : BlueskyWorld.cid(shown.rendered)),
      "author": world.json(world.people[post.did]), "record": .raw(shown.rendered),
      "indexedAt": .text(BlueskyWorld.time(post.createdAt)),
      "likeCount": .number(String(world.reacted("like", to: post.address).count)),
      "repostCount": .number(String(world.reacted("repost", to: post.address).count)),
      "replyCount": .number(
        String(world.posts.values.count { $0.record.parent == post.address })),
      "quoteCount": .number(String(quotes(of: post.address, world).count)),
      "viewer": ["replyDisabled": .flag(post.isClosed)],
    ]
  }

  func quotes(of address: String, _ world: BlueskyWorld) -> [BlueskyWorld.Post] {
    world.posts.values.filter { $0.record.quoted == address }
  }

  /// Newest first, by an opaque cursor.
  func page(
    _ asked: BlueskyAsked, _ posts: [BlueskyWorld.Post], _ world: BlueskyWorld, _ name: String
  ) -> BlueskyAnswer {
    let before = asked.field("cursor").flatMap { Int($0) } ?? .max
    let limit = asked.field("limit").flatMap { Int($0) } ?? 50
    let found = posts.filter { $0.order < before }.sorted { $0.order > $1.order }.prefix(limit)
    var fields: [(String, JSONValue)] = [(name, .list(found.map { json($0, world) }))]
    if found.count == limit, let last = found.last {
      fields.append(("cursor", .text("\(last.order)")))
    }
    return BlueskyAnswer(.object(fields))
  }

  /// What somebody writes and what they pass on, in the order in which they did.
  func feed(_ asked: BlueskyAsked, of did: String?, _ world: BlueskyWorld) -> BlueskyAnswer {
    let before = asked.field("cursor").flatMap { Int($0) } ?? .max
    let limit = asked.field("limit").flatMap { Int($0) } ?? 50
    let own = world.posts.values.filter { $0.did == did }.map { post -> (Int, JSONValue) in
      (post.order, ["post": json(post, world)])
    }
    let passedOn = world.notices.compactMap { notice -> (Int, JSONValue)? in
      guard notice.by == did, notice.reason == "repost",
        let post = notice.subject.flatMap({ world.posts[$0] })
      else { return nil }
      let reason: JSONValue = [
        "$type": "app.bsky.feed.defs#reasonRepost", "by": world.json(world.people[notice.by]),
        "indexedAt": .text(BlueskyWorld.time(notice.at)),
      ]
      return (notice.order, ["post": json(post, world), "reason": reason])
    }
    let found = (own + passedOn).filter { $0.0 < before }.sorted { $0.0 > $1.0 }.prefix(limit)
    var fields: [(String, JSONValue)] = [("feed", .list(found.map(\.1)))]
    if found.count == limit, let last = found.last {
      fields.append(("cursor", .text("\(last.0)")))
    }
    return BlueskyAnswer(.object(fields))
  }

  func notices(_ asked: BlueskyAsked, _ state: inout State) throws -> BlueskyAnswer {
    let did = try signedIn(asked, &state).did
    let world = state.world
    let before = asked.field("cursor").flatMap { Int($0) } ?? .max
    let limit = asked.field("limit").flatMap { Int($0) } ?? 50
    let found = world.notices.filter { $0.to == did && $0.order < before }.sorted {
      $0.order > $1.order
    }.prefix(limit)
    let items = found.map { notice -> JSONValue in
      let record = world.posts[notice.address].map {
        JSONValue.raw((showsEdits ? $0.record : $0.first).rendered)
      }
      return [
        "uri": .text(notice.address), "cid": .text(notice.cid),
        "author": world.json(world.people[notice.by]), "reason": .text(notice.reason),
        "reasonSubject": JSONValue(notice.subject),
        "record": record ?? ["$type": .text("app.bsky.feed.\(notice.reason)")],
        "isRead": false, "indexedAt": .text(BlueskyWorld.time(notice.at)),
      ]
    }
    var fields: [(String, JSONValue)] = [("notifications", .list(items))]
    if found.count == limit, let last = found.last {
      fields.append(("cursor", .text("\(last.order)")))
    }
    return BlueskyAnswer(.object(fields))
  }

  func thread(_ asked: BlueskyAsked, _ world: BlueskyWorld) throws -> BlueskyAnswer {
    let height = asked.field("parentHeight").flatMap { Int($0) } ?? 80
    let depth = asked.field("depth").flatMap { Int($0) } ?? 6
    guard let post = asked.field("uri").flatMap({ world.posts[$0] }) else {
      throw BlueskyAnswer(400, "NotFound", "Post not found")
    }
    var fields = [
      ("$type", JSONValue.text("app.bsky.feed.defs#threadViewPost")), ("post", json(post, world)),
    ]
    if let parent = post.record.parent { fields.append(("parent", above(parent, height, world))) }
    fields.append(("replies", below(post.address, depth, world)))
    return BlueskyAnswer(["thread": .object(fields)])
  }

  private func above(_ address: String, _ height: Int, _ world: BlueskyWorld) -> JSONValue {
    guard let post = world.posts[address] else {
      return [
        "$type": "app.bsky.feed.defs#notFoundPost", "uri": .text(address), "notFound": true,
      ]
    }
    var fields = [
      ("$type", JSONValue.text("app.bsky.feed.defs#threadViewPost")), ("post", json(post, world)),
    ]
    if height > 1, let parent = post.record.parent {
      fields.append(("parent", above(parent, height - 1, world)))
    }
    return .object(fields)
  }

  private func below(_ address: String, _ depth: Int, _ world: BlueskyWorld) -> JSONValue {
    guard depth > 0 else { return [] }
    let answers = world.posts.values.filter { $0.record.parent == address }.sorted {
      $0.order < $1.order
    }
    return .list(
      answers.map {
        [
          "$type": "app.bsky.feed.defs#threadViewPost", "post": json($0, world),
          "replies": below($0.address, depth - 1, world),
        ]
      })
  }

  func chat(
    _ method: String, _ asked: BlueskyAsked, _ state: inout State
  ) throws -> BlueskyAnswer {
    let right = try signedIn(asked, &state)
    guard asked.header("atproto-proxy") == "did:web:api.bsky.chat#bsky_chat" else {
      throw BlueskyAnswer(501, "MethodNotImplemented", "Method Not Implemented")
    }
    guard right.forMessages else {
      throw BlueskyAnswer(401, "InvalidToken", "Bad token scope")
    }
    let world = state.world
    func mine(_ id: String?) throws -> BlueskyWorld.Conversation {
      guard let found = id.flatMap({ world.conversations[$0] }), found.members.contains(right.did)
      else { throw BlueskyAnswer(400, "InvalidConvo", "Convo not found") }
      return found
    }
    switch method {
    case "listConvos":
      let before = asked.field("cursor") ?? "~"
      let limit = asked.field("limit").flatMap { Int($0) } ?? 50
      let found = world.conversations.values.filter {
        $0.members.contains(right.did) && $0.revision < before
      }.sorted { $0.revision > $1.revision }.prefix(limit)
      var fields: [(String, JSONValue)] = [("convos", .list(found.map(world.json)))]
      if found.count == limit, let last = found.last {
        fields.append(("cursor", .text(last.revision)))
      }
      return BlueskyAnswer(.object(fields))
    case "getConvo": return BlueskyAnswer(["convo": world.json(try mine(asked.field("convoId")))])
    case "getConvoForMembers":
      let id = state.world.conversation(of: [right.did] + asked.all("members"))
      return BlueskyAnswer(["convo": state.world.json(try mineNow(id, state.world))])
    case "getMessages":
      let all = try mine(asked.field("convoId")).messages.reversed()
      let start = asked.field("cursor").flatMap { Int($0) } ?? 0
      let limit = asked.field("limit").flatMap { Int($0) } ?? 50
      let found = all.dropFirst(start).prefix(limit)
      var fields: [(String, JSONValue)] = [("messages", .list(found.map(world.json)))]
      if start + limit < all.count { fields.append(("cursor", .text("\(start + limit)"))) }
      return BlueskyAnswer(.object(fields))
    case "sendMessage":
      let body = try Self.body(asked)
      let conversation = try mine(body["convoId"] as? String)
      let text = (body["message"] as? [String: Any])?["text"] as? String ?? ""
      let message = state.world.say(text, by: right.did, in: conversation.id, at: clock.now())
      state.journal.append(
        Accepted(
          address: "chat://\(conversation.id)/\(message.id)", text: text, languages: [], labels: [],
          isPrivate: true, alternatives: [], record: ""))
      return BlueskyAnswer(state.world.json(message))
    default: throw BlueskyAnswer(501, "MethodNotImplemented", "Method Not Implemented")
    }
  }

  private func mineNow(
    _ id: String, _ world: BlueskyWorld
  ) throws -> BlueskyWorld.Conversation {
    guard let found = world.conversations[id] else { throw Self.notFound }
    return found
  }
}

extension BlueskyWorld {
  func json(_ person: Person?) -> JSONValue {
    guard let person else { return ["did": "did:plc:unknown", "handle": "handle.invalid"] }
    return [
      "did": .text(person.did), "handle": .text(person.handle), "displayName": .text(person.name),
      "labels": [], "followersCount": .number(String(person.followers)),
    ]
  }

  /// Who liked a post, or passed it on.
  func reacted(_ kind: String, to address: String) -> [String] {
    notices.filter { $0.reason == kind && $0.subject == address }.map(\.by)
  }

  func json(_ conversation: Conversation) -> JSONValue {
    [
      "id": .text(conversation.id), "rev": .text(conversation.revision),
      "members": .list(conversation.members.map { json(people[$0]) }), "muted": false,
      "unreadCount": 0,
    ]
  }

  func json(_ message: Message) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("id", .text(message.id)), ("rev", .text(message.revision)),
      ("sender", ["did": .text(message.sender)]), ("sentAt", .text(Self.time(message.at))),
    ]
    if let text = message.text {
      fields += [("$type", "chat.bsky.convo.defs#messageView"), ("text", .text(text))]
    } else {
      fields.append(("$type", "chat.bsky.convo.defs#deletedMessageView"))
    }
    return .object(fields)
  }
}
