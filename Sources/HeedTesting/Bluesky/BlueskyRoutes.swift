import Foundation
import HeedModel
import HeedNetwork

extension BlueskyDouble {
  func answer(_ asked: BlueskyAsked, _ state: inout State) -> BlueskyAnswer {
    do {
      return try route(asked, &state)
    } catch let answer as BlueskyAnswer {
      return answer
    } catch {
      return BlueskyAnswer(500, "InternalServerError", "A fault")
    }
  }

  private func route(_ asked: BlueskyAsked, _ state: inout State) throws -> BlueskyAnswer {
    switch asked.path {
    case "/.well-known/atproto-did":
      guard let person = state.world.person(asked.host) else { throw Self.notFound }
      return BlueskyAnswer(plain: person.did)
    case _ where asked.path.hasPrefix("/did:plc:"):
      return try document(String(asked.path.dropFirst()), state)
    case "/.well-known/oauth-protected-resource":
      return BlueskyAnswer(["resource": .text(origin), "authorization_servers": [.text(origin)]])
    case "/.well-known/oauth-authorization-server": return BlueskyAnswer(authorityDocument)
    case "/oauth/par": return try push(asked, &state)
    case "/oauth/token": return try exchange(asked, &state)
    case _ where asked.path.hasPrefix("/xrpc/"):
      return try xrpc(String(asked.path.dropFirst(6)), asked, &state)
    default: throw Self.notFound
    }
  }

  static let notFound = BlueskyAnswer(404, "NotFound", "Not found")

  private func document(_ did: String, _ state: State) throws -> BlueskyAnswer {
    guard let person = state.world.people[did] else { throw Self.notFound }
    return BlueskyAnswer([
      "@context": ["https://www.w3.org/ns/did/v1"], "id": .text(did),
      "alsoKnownAs": [.text("at://" + person.handle)],
      "service": [
        [
          "id": "#atproto_pds", "type": "AtprotoPersonalDataServer",
          "serviceEndpoint": .text(state.moved[did].map { "https://" + $0 } ?? origin),
        ]
      ],
    ])
  }

  private func xrpc(
    _ method: String, _ asked: BlueskyAsked, _ state: inout State
  ) throws -> BlueskyAnswer {
    switch method {
    case "com.atproto.identity.resolveHandle":
      guard let person = state.world.person(asked.field("handle") ?? "") else {
        throw BlueskyAnswer(400, "InvalidRequest", "Unable to resolve handle")
      }
      return BlueskyAnswer(["did": .text(person.did)])
    case "com.atproto.server.createSession": return try createSession(asked, &state)
    case "com.atproto.server.refreshSession": return try refreshSession(asked, &state)
    case "com.atproto.repo.getRecord": return try getRecord(asked, state)
    case "com.atproto.repo.createRecord": return try createRecord(asked, &state)
    case "com.atproto.repo.deleteRecord":
      let body = try Self.body(asked)
      let did = try signedIn(asked, &state).did
      guard body["repo"] as? String == did else { throw Self.forbidden }
      state.world.remove(
        "at://\(did)/\(body["collection"] as? String ?? "")/\(body["rkey"] as? String ?? "")")
      return BlueskyAnswer([:])
    case "com.atproto.repo.uploadBlob":
      _ = try signedIn(asked, &state)
      let link = "bafkrei" + BlueskyWorld.letters(UInt64(state.world.next()), 52)
      let type = asked.header("Content-Type") ?? ""
      state.world.blobs[link] = (type, asked.request.body.count)
      return BlueskyAnswer([
        "blob": [
          "$type": "blob", "ref": ["$link": .text(link)], "mimeType": .text(type),
          "size": .number("\(asked.request.body.count)"),
        ]
      ])
    case "app.bsky.actor.getProfile":
      guard let person = state.world.person(asked.field("actor") ?? "") else {
        throw BlueskyAnswer(400, "InvalidRequest", "Profile not found")
      }
      return BlueskyAnswer(state.world.json(person))
    case "app.bsky.actor.getProfiles":
      return BlueskyAnswer([
        "profiles": .list(
          asked.all("actors").compactMap { state.world.person($0) }.map { state.world.json($0) })
      ])
    case "app.bsky.feed.getPosts":
      let posts = asked.all("uris").prefix(25).compactMap { state.world.posts[$0] }
      return BlueskyAnswer(["posts": .list(posts.map { json($0, state.world) })])
    case "app.bsky.feed.getRepostedBy":
      let address = asked.field("uri") ?? ""
      let people = state.world.reacted("repost", to: address).map {
        state.world.json(state.world.people[$0])
      }
      return BlueskyAnswer(["uri": .text(address), "repostedBy": .list(people)])
    case "app.bsky.feed.getQuotes":
      let address = asked.field("uri") ?? ""
      return page(asked, quotes(of: address, state.world), state.world, "posts")
    case "app.bsky.feed.getPostThread": return try thread(asked, state.world)
    case "app.bsky.feed.getAuthorFeed":
      return feed(asked, of: state.world.person(asked.field("actor") ?? "")?.did, state.world)
    case "app.bsky.feed.searchPosts":
      _ = try signedIn(asked, &state)
      let word = (asked.field("q") ?? "").lowercased()
      return page(
        asked, state.world.posts.values.filter { $0.record.text.lowercased().contains(word) },
        state.world, "posts")
    case "app.bsky.notification.listNotifications": return try notices(asked, &state)
    case _ where method.hasPrefix("chat.bsky.convo."):
      return try chat(String(method.dropFirst("chat.bsky.convo.".count)), asked, &state)
    default: throw BlueskyAnswer(501, "MethodNotImplemented", "Method Not Implemented")
    }
  }

  static let forbidden = BlueskyAnswer(403, "Forbidden", "Not your repository")

  static func body(_ asked: BlueskyAsked) throws -> [String: Any] {
    guard
      let object = try? JSONSerialization.jsonObject(with: Data(asked.request.body))
        as? [String: Any]
    else { throw BlueskyAnswer(400, "InvalidRequest", "Not JSON") }
    return object
  }

  private func getRecord(_ asked: BlueskyAsked, _ state: State) throws -> BlueskyAnswer {
    let address =
      "at://\(asked.field("repo") ?? "")/\(asked.field("collection") ?? "")/\(asked.field("rkey") ?? "")"
    guard let post = state.world.posts[address] else {
      throw BlueskyAnswer(400, "RecordNotFound", "Could not locate record: \(address)")
    }
    return BlueskyAnswer([
      "uri": .text(address), "cid": .text(post.cid), "value": .raw(post.record.rendered),
    ])
  }

  /// As strict as the lexicon: lengths, names, ranges of facets, references to what is there.
  private func createRecord(_ asked: BlueskyAsked, _ state: inout State) throws -> BlueskyAnswer {
    func refuse(_ text: String) -> BlueskyAnswer { BlueskyAnswer(400, "InvalidRequest", text) }
    let did = try signedIn(asked, &state).did
    let body = try Self.body(asked)
    guard body["repo"] as? String == did else { throw Self.forbidden }
    guard let key = body["rkey"] as? String,
      key.wholeMatch(of: /[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}/) != nil
    else { throw refuse("The key is no TID") }
    guard let object = body["record"] as? [String: Any],
      let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]),
      let record = BlueskyWorld.read(String(decoding: data, as: UTF8.self)),
      body["collection"] as? String == "app.bsky.feed.post"
    else { throw refuse("No post") }
    guard record.text.count <= 300, record.text.utf8.count <= 3_000 else {
      throw refuse("Too long")
    }
    guard let time = object["createdAt"] as? String, time.hasSuffix("Z") else {
      throw refuse("No time")
    }
    let bytes = Array(record.text.utf8)
    for facet in object["facets"] as? [[String: Any]] ?? [] {
      let index = facet["index"] as? [String: Int] ?? [:]
      guard let start = index["byteStart"], let end = index["byteEnd"], 0 <= start, start < end,
        end <= bytes.count, bytes[start] & 0xC0 != 0x80
      else { throw refuse("A facet lies outside") }
    }
    if let parent = record.parent {
      let reply = object["reply"] as? [String: [String: Any]]
      guard let post = state.world.posts[parent],
        reply?["parent"]?["cid"] as? String == post.cid,
        record.root == post.record.root ?? parent,
        record.rootCID == post.record.rootCID ?? post.cid
      else { throw refuse("A reference is wrong") }
    }
    for image in (object["embed"] as? [String: Any])?["images"] as? [[String: Any]] ?? [] {
      let blob = image["image"] as? [String: Any]
      let link = (blob?["ref"] as? [String: Any])?["$link"] as? String ?? ""
      guard state.world.blobs[link]?.type == blob?["mimeType"] as? String,
        image["alt"] is String
      else { throw refuse("A picture was not handed over") }
    }
    let address = "at://\(did)/app.bsky.feed.post/\(key)"
    // The reference server ends with a fault of its own where a record stands already.
    guard state.world.posts[address] == nil else {
      throw BlueskyAnswer(500, "InternalServerError", "Internal Server Error")
    }
    _ = state.world.keep(record, by: did, key: key, at: clock.now())
    state.journal.append(
      Accepted(
        address: address, text: record.text, languages: record.languages, labels: record.labels,
        isPrivate: false, parent: record.parent, root: record.root,
        alternatives: record.alternatives, record: record.rendered))
    return BlueskyAnswer([
      "uri": .text(address), "cid": .text(state.world.posts[address]?.cid ?? ""),
    ])
  }
}
