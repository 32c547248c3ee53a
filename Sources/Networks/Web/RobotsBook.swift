import HeedMarkup
import HeedModel
import HeedNetwork

/// What sites allow programs to look at, remembered for a day.
/// Source: https://www.rfc-editor.org/rfc/rfc9309
actor RobotsBook {
  static let bytes = 512 << 10
  static let sites = 500

  private struct Entry {
    var rules: RobotsRules
    var until: Instant
  }

  private let wire: any Wire
  private let clock: any DeskClock
  private var known: [String: Entry] = [:]

  init(wire: any Wire, clock: any DeskClock) {
    self.wire = wire
    self.clock = clock
  }

  func allows(_ address: String, isOurs: Bool = false) async -> Bool {
    guard let place = WebPlace(address) else { return false }
    let now = clock.now()
    if let entry = known[place.site], entry.until > now { return entry.rules.allows(place.target) }
    let entry = await ask(place.site, isOurs, now)
    if known.count >= Self.sites { known = known.filter { $0.value.until > now } }
    if known.count >= Self.sites { known = [:] }
    known[place.site] = entry
    return entry.rules.allows(place.target)
  }

  /// A site without rules allows all; one whose rules cannot be had just now allows nothing for a
  /// while (RFC 9309, 2.3.1).
  private func ask(_ site: String, _ isOurs: Bool, _ now: Instant) async -> Entry {
    let request = WireRequest(
      .get, site + "/robots.txt", maximumBytes: Self.bytes, timeout: .seconds(10),
      isNamedByOthers: !isOurs)
    guard let answer = try? await wire.send(request) else {
      return Entry(rules: .nothing, until: now + .minutes(10))
    }
    switch answer.status {
    case 200..<300:
      return Entry(
        rules: RobotsRules(String(decoding: answer.body, as: UTF8.self)), until: now + .days(1))
    case 400..<500: return Entry(rules: .everything, until: now + .days(1))
    default: return Entry(rules: .nothing, until: now + .minutes(10))
    }
  }
}

/// The lines of a `robots.txt` that concern this program.
struct RobotsRules: Sendable, Equatable {
  private struct Rule: Equatable {
    var allows: Bool
    var path: String
  }
  private var rules: [Rule]

  static let everything = RobotsRules(rules: [])
  static let nothing = RobotsRules(rules: [Rule(allows: false, path: "/")])

  private init(rules: [Rule]) { self.rules = rules }

  /// Rules for `heed` by name come before those for all.
  init(_ text: String) {
    var ours: [Rule] = []
    var all: [Rule] = []
    var isNamed = false
    var agents: Set<String> = []
    var isReadingAgents = false
    // Editors of some systems put a mark of byte order in front.
    for line in text.drop(while: { $0 == "\u{FEFF}" }).split(whereSeparator: \.isNewline).prefix(
      20_000)
    {
      let line = line.prefix { $0 != "#" }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].filter { !$0.isWhitespace }.lowercased()
      let value = line[line.index(after: colon)...].filter { !$0.isWhitespace }
      switch key {
      case "user-agent":
        if !isReadingAgents { agents = [] }
        isReadingAgents = true
        let agent = Self.agent(value)
        agents.insert(agent)
        if agent == "heed" { isNamed = true }
      case "allow", "disallow":
        isReadingAgents = false
        guard !value.isEmpty else { continue }
        let rule = Rule(allows: key == "allow", path: value)
        if agents.contains("heed") { ours.append(rule) }
        if agents.contains("*") { all.append(rule) }
      default: continue
      }
    }
    rules = Array((isNamed ? ours : all).prefix(2_000))
  }

  /// The product's token alone, whatever version stands behind it (RFC 9309, 2.2.1).
  private static func agent(_ value: String) -> String {
    value == "*"
      ? value
      : value.lowercased().prefix { $0.isASCII && $0.isLetter || $0 == "-" || $0 == "_" }
        .lowercased()
  }

  /// The longest rule that fits counts; of two as long, the one that allows.
  func allows(_ target: String) -> Bool {
    var best: Rule?
    for rule in rules where Self.fits(rule.path, target) {
      let (new, old) = (rule.path.utf8.count, best?.path.utf8.count ?? -1)
      if new > old || new == old && rule.allows { best = rule }
    }
    return best?.allows ?? true
  }

  /// `*` stands for anything, `$` for the end.
  private static func fits(_ pattern: String, _ target: String) -> Bool {
    var parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    let isEnd = parts.last?.hasSuffix("$") ?? false
    if isEnd { parts[parts.count - 1] = parts[parts.count - 1].dropLast() }
    guard target.hasPrefix(parts[0]) else { return false }
    var rest = target.dropFirst(parts[0].count)
    for (index, part) in parts.enumerated().dropFirst() where !part.isEmpty {
      if isEnd, index == parts.count - 1 { return rest.hasSuffix(part) }
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return !isEnd || rest.isEmpty || parts.last?.isEmpty == true && parts.count > 1
  }
}

/// An address in its parts.
struct WebPlace: Sendable, Hashable {
  /// `https://host:port`.
  let site: String
  /// Path and query.
  let target: String

  init?(_ address: String) {
    guard let whole = WebAddress.resolve(address), whole.hasPrefix("http"),
      let colon = whole.firstIndex(of: ":")
    else { return nil }
    let rest = whole[colon...].dropFirst(3).prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard !authority.isEmpty else { return nil }
    site = whole[..<colon] + "://" + authority
    let tail = rest.dropFirst(authority.count)
    target = tail.isEmpty ? "/" : tail.hasPrefix("?") ? "/" + tail : String(tail)
  }

  var host: String { String(site.drop { $0 != "/" }.dropFirst(2)) }
  /// Without its fragment, written in one way.
  var page: String { site + target }
}
