import HeedDesk
import HeedModel

/// A page with invented people in it, for the storybook, the golden tests and the browser tests.
public struct Sample: Sendable {
  /// Part of its address: `conversation-failed`.
  public var name: String
  public var screen: any Screen
  /// What is different about who looks; `nil` for a member who leads.
  var adjust: (@Sendable (inout PageContext) -> Void)?

  init(
    _ name: String, _ screen: any Screen, adjust: (@Sendable (inout PageContext) -> Void)? = nil
  ) {
    self.name = name
    self.screen = screen
    self.adjust = adjust
  }

  /// The page, as `World.page` sees it.
  public func html(words: Words = .english) -> HTML {
    var page = World.page
    page.words = words
    page.member?.language = words.language
    adjust?(&page)
    return screen.html(in: page)
  }
}

/// The invented shop that all samples tell of, on one Sunday.
enum World {
  /// 22 November 2026, 13:12 in Lisbon.
  static let now = Instant(seconds: 1_795_353_120)

  static func ago(_ duration: Duration) -> Instant { now - duration }
  static func ago(minutes: Int64) -> Instant { now - .minutes(minutes) }
  static func ago(hours: Int64) -> Instant { now - .hours(hours) }
  static func ago(days: Int64) -> Instant { now - .days(days) }

  static func id<Noun>(_ number: Int64, of _: Noun.Type = Noun.self) -> ID<Noun> { ID(number) }

  static let alicia = Member(
    id: ID(1), name: "Alicia", initials: "AL", email: "alicia@cornerbikes.example", role: .lead,
    timeZone: "Europe/Lisbon", language: "en", hereUntil: World.now + .minutes(528), keys: true,
    secondFactor: true, joinedAt: ago(days: 400))
  static let sam = Member(
    id: ID(2), name: "Sam", initials: "SO", email: "sam@cornerbikes.example", role: .member,
    timeZone: "Europe/Lisbon", joinedAt: ago(days: 320))
  static let ola = Member(
    id: ID(3), name: "Ola", initials: "OK", email: "ola@cornerbikes.example", role: .observer,
    timeZone: "Europe/Warsaw", joinedAt: ago(days: 12))

  static let you = Colleague(id: alicia.id, name: alicia.name, initials: "AL", isYou: true)
  static let samColleague = Colleague(id: sam.id, name: sam.name, initials: "SO")

  static let ana = Who(name: "Ana Ribeiro", address: "@ana@bolha.example")
  static let marek = Who(name: "Marek Kowal", address: "@marek@pol.example")
  static let rosa = Who(name: "Rosa Stein", address: "@rosa@berg.example")
  static let june = Who(name: "June Okafor", address: "@june@lagos.example")
  static let tomasz = Who(name: "tomasz_b", address: "@tomasz_b@pol.example")
  static let dev = Who(name: "Dev Lal", address: "@dev@bolha.example")
  static let tomas = Who(name: "Tomás Faria", address: "@tfaria@bolha.example")
  static let layla = Who(name: "ليلى حداد", address: "@layla@sham.example")
  static let nils = Who(name: "Nils V.", address: "@nils@fjord.example")
  /// What people do who try out what a page can stand.
  static let hostile = Who(
    name: "\"><script>alert(1)</script>", address: "@'onload='x@evil.example")

  static let mastodon = NetworkName("mastodon")
  static let feeds = NetworkName("feeds")
  static let practice = NetworkName("practice")

  static let page = PageContext(
    member: alicia, words: .english, csrf: "sample-token", zone: Zone("Europe/Lisbon"), now: now,
    counts: RoomCounts(waiting: 7, troubled: 1, promisesDue: 2, openMistakes: 1),
    organisation: "Corner Bikes",
    networks: [mastodon: "Mastodon", feeds: "Feeds", practice: "Practice"])

  static func said(_ paragraphs: String...) -> RichText {
    RichText(paragraphs.map { .paragraph([.text($0)]) })
  }
}
