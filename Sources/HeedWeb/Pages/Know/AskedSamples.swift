import HeedDesk
import HeedModel

extension AskedScreen {
  private static let ivo = Handle(
    id: ID(452), network: World.mastodon, remoteID: RemoteID("ivo"), address: "@ivo@far.example",
    name: "Ivo Far", page: "https://far.example/@ivo")

  static let hold = HandleHold(
    id: ID(903), concerned: ID(452), reason: "Claim 12 of 2026 before the district court.",
    by: World.alicia.id, beginsAt: World.ago(days: 10), endsAt: World.now + .days(80))

  private static func row(_ hours: Int64, _ text: String, by author: Handle?) -> PostRow {
    PostRow(
      post: Post(
        id: .first(at: World.ago(hours: hours)), network: World.mastodon,
        remoteID: RemoteID("\(hours)"), author: author?.id, conversation: ID(202),
        direction: .aboutUs, receivedAt: World.ago(hours: hours), text: World.said(text)),
      author: author)
  }

  private static let naming = row(
    20, "Ask @ivo@far.example, he had his fork changed there.", by: TheirSideScreen.handle)

  static func found(hold: HandleHold?) -> AskedAbout {
    AskedAbout(
      typed: "@ivo@far.example",
      called: [
        AskedAbout.Called(
          ivo,
          said: [row(30, "Corner Bikes changed my fork while I drank a coffee.", by: ivo)],
          hold: hold)
      ], naming: [naming], rows: [("handles", 1), ("posts", 2)],
      members: [World.alicia, World.sam])
  }

  static let nobody = AskedAbout(
    typed: "@ivo@far.example", called: [], naming: [naming], rows: [("posts", 1)],
    members: [World.alicia])
}
