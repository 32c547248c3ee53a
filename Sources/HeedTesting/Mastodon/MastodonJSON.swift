import Foundation
import HeedModel

/// The entities of the API, as https://docs.joinmastodon.org/entities/ describes them.
extension MastodonWorld {
  func json(id: String) -> JSONValue { manner.ids == .number ? .number(id) : .text(id) }

  func json(_ person: Person) -> JSONValue {
    let page =
      person.isLocal
      ? "https://\(host)/@\(person.username)"
      : "https://\(person.acct.drop { $0 != "@" }.dropFirst())/@\(person.username)"
    var fields: [(String, JSONValue)] = [
      ("id", json(id: person.id)), ("username", .text(person.username)),
      ("acct", .text(person.acct)), ("display_name", .text(person.name)),
      ("locked", false), ("bot", .flag(person.isBot)), ("note", .text(person.note)),
      ("url", .text(page)), ("avatar", .text("https://\(host)/avatars/\(person.id).png")),
      ("emojis", []), ("fields", []), ("followers_count", .number(String(person.followers))),
    ]
    if person.noIndex { fields.append(("noindex", true)) }
    if let indexable = person.indexable { fields.append(("indexable", .flag(indexable))) }
    if let moved = person.movedTo.flatMap({ people[$0] }) {
      fields.append(("moved", json(moved)))
    } else if manner.hasNoLanguages {
      fields.append(("moved", false))
    }
    return .object(fields)
  }

  func json(_ post: Post) -> JSONValue {
    let parent = post.parent.flatMap { posts[$0] }
    let boosted = post.boosted.flatMap { posts[$0] }
    let replies = answers[post.id] ?? 0
    var fields: [(String, JSONValue)] = [
      ("id", json(id: post.id)), ("uri", .text(post.uri)), ("url", .text(url(post))),
      ("created_at", .text(Self.time(post.createdAt))),
      ("visibility", .text(post.visibility)), ("spoiler_text", .text(post.warning)),
      ("sensitive", .flag(!post.warning.isEmpty)),
      ("reblogs_count", .number(String(post.sharedBy.count))),
      ("favourites_count", .number(String(post.likedBy.count))), ("emojis", []), ("card", nil),
      ("poll", nil),
    ]
    fields.append(("account", people[post.author].map(json) ?? .null))
    fields.append(
      ("content", manner.leavesOut && post.html.isEmpty ? .null : .text(post.html)))
    fields.append(("in_reply_to_id", post.parent.map(json(id:)) ?? .null))
    fields.append(("in_reply_to_account_id", parent.map { json(id: $0.author) } ?? .null))
    fields.append(("media_attachments", .list(post.media.compactMap { media[$0] }.map(json))))
    fields.append(("mentions", .list(post.mentions.compactMap { people[$0] }.map(mention))))
    fields.append(("tags", .list(post.tags.map(tag))))
    fields.append(("reblog", boosted.map(json) ?? .null))
    fields.append(("language", JSONValue(manner.hasNoLanguages ? nil : post.language)))
    fields.append(("edited_at", JSONValue(post.editedAt.map(Self.time))))
    fields.append(("replies_count", .number(String(replies))))
    if let quoted = post.quoted.flatMap({ posts[$0] }) { fields += quote(quoted) }
    let left: Set = ["language", "card", "poll", "replies_count", "emojis", "quote"]
    return manner.leavesOut ? JSONValue.object(fields).without(left) : .object(fields)
  }

  private func quote(_ quoted: Post) -> [(String, JSONValue)] {
    switch manner.quotes {
    case .withState: [("quote", ["state": "accepted", "quoted_status": json(quoted)])]
    case .asPost: [("quote", json(quoted)), ("quote_id", json(id: quoted.id))]
    case .belowPleroma:
      [("pleroma", ["quote": json(quoted), "quote_url": .text(quoted.uri), "quote_visible": true])]
    case .none: []
    }
  }

  private func mention(_ person: Person) -> JSONValue {
    [
      "id": json(id: person.id), "username": .text(person.username), "acct": .text(person.acct),
      "url": .text(Self.page(person, host)),
    ]
  }

  private func tag(_ name: String) -> JSONValue {
    ["name": .text(name.lowercased()), "url": .text("https://\(host)/tags/\(name)")]
  }

  func json(_ medium: Medium) -> JSONValue {
    let isReady = !manner.processesMedia || medium.asked > 1
    return [
      "id": json(id: medium.id), "type": "image",
      "url": isReady ? .text("https://\(host)/media/\(medium.id).png") : nil,
      "preview_url": .text("https://\(host)/media/\(medium.id).small.png"),
      "description": .text(medium.alternative),
    ]
  }

  func json(_ notice: Notice) -> JSONValue {
    [
      "id": json(id: String(notice.id)), "type": .text(notice.kind),
      "created_at": .text(Self.time(notice.at)),
      "account": people[notice.by].map(json) ?? .null,
      "status": notice.post.flatMap { posts[$0] }.map(json) ?? .null,
      "target": notice.target.flatMap { people[$0] }.map(json) ?? .null,
    ]
  }

  /// Likes and boosts of one post are one group; two people of each are named.
  func groups(_ notices: [Notice]) -> JSONValue {
    var keys: [String] = []
    var members: [String: [Notice]] = [:]
    for notice in notices {
      let groups = notice.kind == "favourite" || notice.kind == "reblog"
      let key =
        groups ? "\(notice.kind)-\(notice.post ?? "")-1" : "ungrouped-\(notice.id)"
      if members[key] == nil { keys.append(key) }
      members[key, default: []].append(notice)
    }
    let accounts = Set(members.values.flatMap { $0.prefix(2).map(\.by) })
    let statuses = Set(notices.compactMap(\.post))
    let groups = keys.compactMap { key -> JSONValue? in
      guard let all = members[key], let newest = all.first, let oldest = all.last else {
        return nil
      }
      return [
        "group_key": .text(key), "type": .text(newest.kind),
        "notifications_count": .number(String(all.count)),
        // A number, as in the documentation's own example.
        "most_recent_notification_id": .number(String(newest.id)),
        "page_min_id": .text(String(oldest.id)), "page_max_id": .text(String(newest.id)),
        "latest_page_notification_at": .text(Self.time(newest.at)),
        "sample_account_ids": .list(all.prefix(2).map { .text($0.by) }),
        "status_id": JSONValue(newest.post),
      ]
    }
    return [
      "accounts": .list(accounts.sorted().compactMap { people[$0] }.map(json)),
      "statuses": .list(statuses.sorted().compactMap { posts[$0] }.map(json)),
      "notification_groups": .list(groups),
    ]
  }

  func instance(v2: Bool) -> JSONValue {
    let media: JSONValue = [
      "supported_mime_types": ["image/png", "image/jpeg"], "image_size_limit": 16_777_216,
    ]
    let statuses: JSONValue = [
      "max_characters": 500, "max_media_attachments": 4, "characters_reserved_per_url": 23,
    ]
    let rules: JSONValue = [
      ["id": "1", "text": "Be kind."], ["id": "2", "text": "No unasked advertising."],
    ]
    var fields: [(String, JSONValue)] = [
      ("title", .text("A server of kind \(manner.name)")), ("version", .text(manner.version)),
      (v2 ? "domain" : "uri", .text(host)),
    ]
    if let source = manner.source { fields.append(("source_url", .text(source))) }
    if let api = manner.api {
      fields.append(("api_versions", ["mastodon": .number(String(api))]))
    }
    if manner.leavesOut { return .object(fields) }
    fields += [
      ("rules", rules),
      (
        "configuration",
        [
          "statuses": statuses, "media_attachments": media,
          "urls": ["streaming": .text("wss://\(host)")],
        ]
      ),
    ]
    return .object(fields)
  }

  static func page(_ person: Person, _ host: String) -> String {
    let parts = person.acct.split(separator: "@")
    return "https://\(parts.count == 2 ? String(parts[1]) : host)/@\(parts[0])"
  }

  static func time(_ instant: Instant) -> String {
    let seconds = Double(instant.milliseconds) / 1000
    return Date.ISO8601FormatStyle(includingFractionalSeconds: true)
      .format(Date(timeIntervalSince1970: seconds))
  }
}
