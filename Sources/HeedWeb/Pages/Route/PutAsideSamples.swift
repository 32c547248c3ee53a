import HeedModel

extension PutAsideScreen {
  static let samples: [Sample] = [
    Sample(
      "put-aside",
      PutAsideScreen(
        rows: [
          PutAsideRow(
            conversation: ID(221), who: World.june, network: World.mastodon,
            words: "Great post! Get 10,000 followers today, link in my profile.",
            at: World.ago(minutes: 30)),
          PutAsideRow(
            conversation: ID(222), who: World.hostile, network: World.mastodon,
            words: "</span><script>alert(1)</script>", at: World.ago(hours: 20), isPrivate: true,
            calledSpamBy: "Sam"),
        ], next: "1.2")),
    Sample("put-aside-none", PutAsideScreen(rows: [])),
  ]
}
