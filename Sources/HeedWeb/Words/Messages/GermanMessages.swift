extension MessageWords {
  static let german = MessageWords(
    germanTalk, germanDelivery, germanWork, germanTeam, germanListen, germanFeeds, germanWire,
    germanMastodon, germanMastodonSignIn, germanWeb, germanBluesky, germanPractice,
    germanPracticeServer,
    germanQuery)
}
