import HeedModel
import HeedNetwork

/// GitHub itself or a server of its kind, asked as one account or as nobody.
struct Place: Sendable {
  static let github = "github.com"

  let server: PlaceServer
  let client: PlaceClient
  /// The other API, which alone tells of discussions.
  let graph: PlaceClient
  let login: String?

  init(
    server: PlaceServer, token: String?, login: String?, wire: any Wire, clock: any DeskClock
  ) {
    self.server = server
    self.login = login
    let isGitHub = server.host == Self.github
    var headers: [(name: String, value: String)] = [
      // The full form has the words as HTML besides (https://docs.github.com/rest/using-the-rest-api/media-types).
      ("Accept", "application/vnd.github.full+json"), ("X-GitHub-Api-Version", "2022-11-28"),
    ]
    if let token { headers.append(("Authorization", "Bearer " + token)) }
    func client(_ base: String, check: String?) -> PlaceClient {
      PlaceClient(
        wire: wire, clock: clock, base: base, host: server.host, headers: headers,
        hasRight: token != nil,
        manner: PlaceClient.Manner(check: check, isImpatient: Self.isImpatient))
    }
    self.client = client(
      isGitHub ? "https://api.github.com" : server.base + "/api/v3", check: "/user")
    graph = client(isGitHub ? "https://api.github.com" : server.base + "/api", check: nil)
  }

  /// Both limits are told by 403 or 429 (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
  private static func isImpatient(_ response: WireResponse) -> Bool {
    guard response.status == 403 || response.status == 429 else { return false }
    if response.status == 429 || response.header("Retry-After") != nil { return true }
    if response.header("X-RateLimit-Remaining") == "0" { return true }
    return Complaints.text(of: response).map(saysPatience) ?? false
  }

  static func saysPatience(_ complaint: String) -> Bool {
    complaint.lowercased().contains("rate limit")
  }

  /// "Unable to create comment because issue is locked."
  static func saysLocked(_ complaint: String) -> Bool {
    complaint.lowercased().contains("locked")
  }

  /// A conversation in which only those who run the repository may go on
  /// (https://docs.github.com/communities/moderating-comments-and-conversations/locking-conversations). Whether the
  /// account is one of them only the place knows.
  func locked() -> NetworkError {
    NetworkError(
      .refused,
      "This conversation is locked on \(server.host): only those who run the repository may answer. Your text is kept.",
      certainlyNotSent: true)
  }

  func issue(_ name: ThreadName) async throws -> Issue {
    try await client.get("\(name.path)/issues/\(name.number)").value
  }

  /// Comments of an issue since an instant, oldest first.
  func comments(
    of name: ThreadName, since: Instant? = nil, pages: Int = 10
  ) async throws -> (items: [Comment], isWhole: Bool) {
    var all: [Comment] = []
    for page in 1...pages {
      var query = [("per_page", "100"), ("page", String(page))]
      if let since { query.append(("since", since.written)) }
      let answer: PlaceClient.Answer<Lenient<Comment>> = try await client.get(
        "\(name.path)/issues/\(name.number)/comments", query)
      all += answer.value.items
      if answer.value.count < 100 { return (all, answer.value.items.count == answer.value.count) }
    }
    return (all, false)
  }
}

extension Instant {
  /// As the API wants times: whole seconds in UTC.
  var written: String { CivilSeconds.text(milliseconds / 1000) }
}

/// `2026-05-05T16:56:40Z`.
enum CivilSeconds {
  /// The day of the Gregorian calendar (http://howardhinnant.github.io/date_algorithms.html#civil_from_days).
  static func text(_ seconds: Int64) -> String {
    let day = Int64((Double(seconds) / 86400).rounded(.down))
    let clock = seconds - day * 86400
    let z = day + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let date = dayOfYear - (153 * month + 2) / 5 + 1
    let number = month < 10 ? month + 3 : month - 9
    let whole = year + era * 400 + (number <= 2 ? 1 : 0)
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
    return
      "\(whole)-\(two(number))-\(two(date))T\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60))Z"
  }
}
