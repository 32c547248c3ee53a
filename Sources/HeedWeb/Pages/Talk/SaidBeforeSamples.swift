import HeedDesk
import HeedModel

extension SaidBeforeScreen {
  static let samples: [Sample] = [
    Sample(
      "said-before",
      SaidBeforeScreen(
        rows: [
          Row(
            conversation: ID(177), post: ID(702), who: "Rui",
            asked: "It says delivered. There is nothing here.",
            said: "We are sorry for the wait. Your parcel left our house on Monday.",
            at: World.ago(days: 2), came: .thanks),
          Row(
            conversation: ID(209), post: nil, who: "Tomás Faria",
            asked: nil, said: "Sorry for the wait! Your parcel left our house on Monday.",
            at: World.ago(days: 4), came: .nothing),
        ], people: 2, causes: [(wish: WishesScreen.delivery.wish, conversations: 2)])),
    Sample(
      "said-before-uncaused",
      SaidBeforeScreen(
        rows: [
          Row(
            conversation: ID(177), post: ID(702), who: World.hostile.name,
            asked: "هل لديكم جرس للمقود العريض؟", said: "We have none. <Sorry>",
            at: World.ago(days: 2), came: .complaint)
        ], people: 1)),
    Sample("said-before-none", SaidBeforeScreen(rows: [], people: 0)),
  ]
}
