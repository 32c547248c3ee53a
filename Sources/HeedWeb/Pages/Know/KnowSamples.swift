import HeedModel

extension PeopleScreen {
  static let samples: [Sample] = [
    Sample(
      "people",
      PeopleScreen(
        rows: [
          PersonRow(
            id: ID(401), who: World.ana, network: World.mastodon, lastAt: World.ago(minutes: 192),
            conversations: 1),
          PersonRow(
            id: ID(402), who: World.nils, network: World.mastodon,
            lastAt: World.ago(minutes: 40), conversations: 4),
          PersonRow(
            id: ID(403), who: World.layla, network: World.mastodon, lastAt: World.ago(days: 2),
            conversations: 2),
          PersonRow(
            id: ID(404), who: World.hostile, network: World.feeds, lastAt: World.ago(days: 400),
            conversations: 1),
        ], next: "404")),
    Sample("people-none", PeopleScreen(rows: [])),
    Sample("people-not-found", PeopleScreen(rows: [], query: "Zoë")),
    Sample("person", person),
    Sample("person-erased", erased),
    Sample("search", SearchScreen(query: "brakes", rows: HeardRow.samples, next: "905")),
    Sample(
      "search-found",
      SearchScreen(
        query: "brakes", rows: HeardRow.samples, next: "905",
        amount: .about(1_200, judgedBy: 50, within: .hours(30)))),
    Sample(
      "search-cut-off",
      SearchScreen(query: "kind:praise", next: "905", lookedBackTo: World.ago(days: 11))),
    Sample(
      "search-people",
      {
        var screen = SearchScreen(query: "from:@ana@bolha.example", rows: [HeardRow.samples[0]])
        screen.people = [
          PersonRow(
            id: ID(401), who: World.ana, network: World.mastodon, lastAt: World.ago(minutes: 192),
            conversations: 1)
        ]
        return screen
      }()),
    Sample("search-empty", SearchScreen()),
    Sample("search-nothing", SearchScreen(query: "zeppelin")),
    Sample("search-wrong", SearchScreen(query: QueryError.sample.query, error: .sample)),
  ]

  private static let erased: PersonScreen = {
    var erased = PersonScreen(
      aside: PersonAside(person: ID(409), who: Who(name: "")), conversations: [])
    erased.erasedAt = World.ago(days: 2)
    return erased
  }()

  private static let person: PersonScreen = {
    let talk = OpenConversation.sampleLong
    let aside = talk.person ?? .sample
    var screen = PersonScreen(
      aside: aside, conversations: aside.earlier,
      knownBy: [
        PersonAside.LastWith(colleague: World.samColleague, at: World.ago(days: 30)),
        PersonAside.LastWith(colleague: World.you, at: World.ago(days: 190)),
      ])
    screen.promises = [PromiseLine.samples[1], PromiseLine.ended[0]]
    screen.inOthersTalk = [MistakesScreen.asks]
    screen.begunBy = [
      MistakesScreen.asks.post.conversation: Handle(
        id: ID(404), network: World.mastodon, remoteID: RemoteID("marek"),
        address: World.marek.address, name: World.marek.name)
    ]
    return screen
  }()
}
