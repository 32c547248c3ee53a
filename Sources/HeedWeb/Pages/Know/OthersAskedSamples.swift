import HeedModel

extension OthersAskedPart {
  static let sample = OthersAskedPart(
    conversation: ID(208),
    rows: [
      OtherWhoAsked(
        conversation: ID(211), post: ID(831), who: World.marek, network: World.mastodon,
        words: "My disc brake howls whenever it rains. Is that normal?", at: World.ago(days: 12),
        state: .solved),
      OtherWhoAsked(
        conversation: ID(212), post: ID(832), who: World.layla, network: World.mastodon,
        words: "الفرامل تصدر صوتًا", at: World.ago(days: 40), state: .waiting, isPrivate: true),
      OtherWhoAsked(
        conversation: ID(213), post: ID(833), who: World.hostile, network: World.feeds,
        words: "</span><script>alert(1)</script>", warning: "rant about brakes",
        at: World.ago(days: 90), state: .answered),
    ], hasMore: true, wishes: [WishesScreen.bells.wish])
}

extension OthersAskedScreen {
  static let samples: [Sample] = [
    Sample(
      "others-asked",
      OthersAskedScreen(
        others: .sample, who: World.nils.name, asked: "The rear brake squeals again, see my notes.")
    ),
    Sample(
      "others-asked-none",
      OthersAskedScreen(
        others: OthersAskedPart(conversation: ID(208), rows: []), who: World.nils.name,
        asked: "The rear brake squeals again, see my notes.")),
  ]
}
