/// Every page with every state worth seeing.
public enum Storybook {
  public static let all: [Sample] =
    TodayScreen.samples + ConversationScreen.samples + HandOverScreen.samples
    + ToldScreen.samples + TellingWaysScreen.samples
    + ProfileScreen.samples + SnoozeScreen.samples + PutAsideScreen.samples + EditPostScreen.samples
    + SeenScreen.samples
    + AttentionScreen.samples
    + HeardScreen.samples
    + TopicsScreen.samples + SourcesScreen.samples + ReadingScreen.samples
    + HowWeReadScreen.samples + SetUpScreen.samples + PeopleScreen.samples
    + PersonScreen.joinSamples + WishesScreen.samples + OthersAskedScreen.samples
    + PromisesScreen.samples + HouseRulesScreen.samples + SaidBeforeScreen.samples
    + SignInScreen.samples + MembersScreen.samples + SettingsScreen.samples
    + MistakesScreen.samples + AuditScreen.samples + ErrorScreen.samples
    + CameBackScreen.samples + SecondLookScreen.samples + TheirSideScreen.samples
    + ErasePersonScreen.samples + VoiceScreen.samples

  public static func sample(_ name: String) -> Sample? { all.first { $0.name == name } }
}
