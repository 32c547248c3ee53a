extension MessageWords {
  static let german = MessageWords(
    germanTalk, germanDelivery, germanWork, germanTeam, germanListen, germanFeeds, germanWire,
    germanMastodon, germanMastodonSignIn, germanBluesky, germanBlueskyAccount, germanPractice,
    germanPracticeServer,
    germanQuery)
}
