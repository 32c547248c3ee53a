import HeedNetwork
import HeedTesting

extension DiscourseDouble: HeldPlace {
  func obey(_ order: Order) throws -> JSONValue {
    switch order.act {
    case "topic":
      return .id(topic(order.title ?? "A topic", isPrivate: order.hidden ?? false))
    case "say":
      let text = try order.needed(order.text)
      // A forum tells somebody of their name, and of nothing else that is said in public.
      let isNamed = text.contains("@" + user)
      return .id(
        say(
          text, by: order.by ?? "ana", in: try order.needed(order.on), answering: order.parent,
          tells: order.hidden == true ? 6 : isNamed ? 1 : nil))
    case "key":
      key(try order.needed(order.secret))
      return [:]
    case "takeBack":
      takeBack()
      return [:]
    case "close":
      close()
      return [:]
    case "granted": return .list(granted.map { .list($0.map { .text($0) }) })
    case "accepted":
      return .list(
        accepted.map {
          [
            "text": .text($0.raw), "on": JSONValue($0.topic), "parent": JSONValue($0.answers),
            "by": .text($0.by),
          ]
        })
    default: throw order.unknown
    }
  }
}

extension LemmyDouble: HeldPlace {
  func obey(_ order: Order) throws -> JSONValue {
    switch order.act {
    case "post": return .id(post(try order.needed(order.text)))
    case "say":
      return .id(
        comment(
          try order.needed(order.text), on: try order.needed(order.on), above: order.parent))
    case "key":
      token(try order.needed(order.secret))
      return ["password": .text(password)]
    case "takeBack":
      token(try order.needed(order.secret), isGood: false)
      return [:]
    case "accepted":
      return .list(
        accepted.map {
          ["text": .text($0.content), "on": JSONValue($0.post), "path": .text($0.path)]
        })
    default: throw order.unknown
    }
  }
}

extension GitHubDouble: HeldPlace {
  func obey(_ order: Order) throws -> JSONValue {
    switch order.act {
    case "open": return .id(open(try order.needed(order.text), by: order.by ?? "ana"))
    case "say":
      return .id(
        say(
          try order.needed(order.text), by: order.by ?? "ana", on: try order.needed(order.on)))
    case "key":
      token(try order.needed(order.secret))
      return [:]
    case "takeBack":
      token(try order.needed(order.secret), isGood: false)
      return [:]
    case "accepted":
      return .list(accepted.map { ["text": .text($0.body), "on": JSONValue($0.number)] })
    default: throw order.unknown
    }
  }
}

extension HackerNewsDouble: HeldPlace {
  func obey(_ order: Order) throws -> JSONValue {
    switch order.act {
    case "say":
      return .id(
        say(
          order.text ?? "", by: order.by ?? "ana", title: order.title, url: order.url,
          parent: order.parent))
    default: throw order.unknown
    }
  }
}
