public import HeedModel
public import HeedNetwork

/// What a look at what somebody typed brought.
public struct FoundPlaces: Sendable {
  /// What can be listened to at once; first what answered there, the places that can be answered before the others.
  public var offers: [Offer] = []
  /// What can be listened to once an account of ours has signed in.
  public var toConnect: [Offer] = []
  /// Why nothing stands at an address that was typed; `nil` where something does, or where it was a word.
  public var trouble: Message?

  public init() {}
}

extension Desk {
  /// Whoever looks waits no longer, whatever hangs over there.
  static let longestLook = Duration.seconds(15)

  /// What could be heard at what somebody typed, from every network that understands it. A network that fails offers
  /// nothing now; one that hangs holds up the others for no longer than a person waits.
  public func places(at typed: String) async -> FoundPlaces {
    let typed = Self.withoutMailto(
      typed.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    guard !typed.isEmpty else { return FoundPlaces() }
    guard typed.utf8.count <= 500 else {
      var nothing = FoundPlaces()
      nothing.trouble = "That is longer than a word or an address can be here."
      return nothing
    }
    let looked = await look(at: typed)
    let accounts = (try? await record.read { try $0.hearingAccounts() }) ?? []
    var found = FoundPlaces()
    for offer in looked.offers.sorted(by: isBefore) {
      // What needs an account of ours is no offer while there is none.
      if offer.needsAccount, !accounts.contains(where: { $0.hears(offer) }) {
        found.toConnect.append(offer)
      } else {
        found.offers.append(offer)
      }
    }
    let answers = (found.offers + found.toConnect).contains { !$0.isOfWords }
    if !answers, Self.looksLikeAddress(typed) { found.trouble = looked.trouble }
    return found
  }

  /// Of these, what can be listened to without signing in.
  public func offers(for typed: String) async -> [Offer] { await places(at: typed).offers }

  private enum Look: Sendable {
    case offers([Offer])
    case fault(NetworkError)
    case late
  }

  private func look(at typed: String) async -> (offers: [Offer], trouble: Message) {
    await withTaskGroup(of: Look.self) { group in
      for network in networks.all {
        group.addTask {
          do {
            return .offers(try await network.offers(for: typed))
          } catch let error as NetworkError {
            return .fault(error)
          } catch {
            return .offers([])
          }
        }
      }
      group.addTask {
        try? await clock.sleep(for: Self.longestLook)
        return .late
      }
      var offers: [Offer] = []
      var faults: [NetworkError] = []
      var isLate = false
      var left = networks.all.count
      while left > 0, !isLate, let look = await group.next() {
        switch look {
        case .offers(let some): offers += some
        case .fault(let fault): faults.append(fault)
        case .late: isLate = true
        }
        left -= 1
      }
      group.cancelAll()
      return (offers, Self.trouble(faults, isLate: isLate))
    }
  }

  /// The one reason that says most: what was refused is sure, a place that is away may come back.
  private static func trouble(_ faults: [NetworkError], isLate: Bool) -> Message {
    if let sure = faults.filter({ rank($0) < 3 }).min(by: { rank($0) < rank($1) }) {
      return sure.text
    }
    if isLate {
      return "It did not answer within \(String(longestLook.milliseconds / 1000)) seconds."
    }
    return faults.min { rank($0) < rank($1) }?.text
      ?? "Nothing that the desk can listen to was found there: no feed, no profile, no forum."
  }

  private static func rank(_ fault: NetworkError) -> Int {
    switch fault.kind {
    case .refused: 0
    case .gone: 1
    case .malformed: 2
    case .rateLimited: 3
    case .temporary: 4
    case .signedOut, .unsupported: 5
    }
  }

  /// What answered comes before what was made of words, a place that can be answered before one that cannot.
  private func isBefore(_ one: Offer, _ other: Offer) -> Bool {
    func key(_ offer: Offer) -> (Int, Int) {
      (offer.isOfWords ? 1 : 0, networks[offer.network] is any SigningIn ? 0 : 1)
    }
    if key(one) != key(other) { return key(one) < key(other) }
    return (one.network, one.name.english) < (other.network, other.name.english)
  }

  /// A mail address as it is copied from a link.
  private static func withoutMailto(_ typed: String) -> String {
    guard typed.lowercased().hasPrefix("mailto:") else { return typed }
    return String(typed.dropFirst("mailto:".count).prefix { $0 != "?" })
  }

  /// Somebody who typed it meant a place, or may have.
  static func looksLikeAddress(_ typed: String) -> Bool {
    guard !typed.hasPrefix("#"), typed.contains(where: { $0.isLetter || $0.isNumber }) else {
      return false
    }
    // A slip of the hand in one: “htp:/shop..example”.
    if typed.contains(":/") || typed.contains(/[^\s.]\.\.[^\s.]/) { return true }
    guard !typed.contains(where: \.isWhitespace) else { return false }
    return typed.contains("://") || typed.dropFirst().dropLast().contains { ".@/".contains($0) }
  }
}

/// An account of the organisation's, as far as it matters to what it hears.
struct HearingAccount: Sendable {
  var id: ID<Account>
  var network: NetworkName
  var address: String

  func hears(_ offer: Offer) -> Bool {
    guard network == offer.network else { return false }
    return offer.signsInAs.map { $0.lowercased() == address.lowercased() } ?? true
  }
}

extension RecordReading {
  func hearingAccounts() throws -> [HearingAccount] {
    let accounts = try accounts().filter { $0.owner == nil }
    let handles = Dictionary(try handles(accounts.map(\.handle)).map { ($0.id, $0) }) { $1 }
    return accounts.map {
      HearingAccount(id: $0.id, network: $0.network, address: handles[$0.handle]?.address ?? "")
    }
  }

  /// The account of the organisation's with which an offer is heard that needs one.
  func account(hearing offer: Offer) throws -> ID<Account>? {
    try hearingAccounts().first { $0.hears(offer) }?.id
  }
}
