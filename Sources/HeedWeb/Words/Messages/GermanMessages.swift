extension MessageWords {
  static let german = MessageWords(
    germanTalk, germanMistakes, germanSeen, germanDelivery, germanWork, germanTeam, germanKnow,
    germanListen, germanLook, germanFeeds,
    germanWire,
    germanMail, germanMastodon, germanMastodonSignIn, germanWeb, germanBluesky,
    germanBlueskyAccount, germanForums, germanGitHub, germanPractice, germanPromises, germanThink,
    germanPracticeServer,
    germanQuery, germanExplanation, germanTold, germanRights, germanSecondLooks)
}
