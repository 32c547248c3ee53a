/// Every text of the interface in one language.
///
/// A language is a value of this type, one file a room: the compiler sees that none of its texts is missing and that
/// each takes what it says. A language that is not whole yet starts from the English values and replaces what it has.
public struct Words: Sendable {
  /// BCP 47.
  public var language: String
  /// What its speakers call it.
  public var name: String
  public var isRightToLeft: Bool

  var shell: ShellWords
  var time: TimeWords
  var kinds: KindWords
  var today: TodayWords
  var talk: TalkWords
  var composer: ComposerWords
  var person: PersonWords
  var heard: HeardWords
  var topic: TopicWords
  var source: SourceWords
  var account: AccountWords
  var reading: ReadingWords
  var firstRun: FirstRunWords
  var handOver: HandOverWords
  var snooze: SnoozeWords
  var ownPost: OwnPostWords
  var search: SearchWords
  var signIn: SignInWords
  var join: JoinWords
  var members: MembersWords
  var settings: SettingsWords
  var me: MeWords
  var audit: AuditWords
  var notice: NoticeWords
  var keys: KeysWords
  var errors: ErrorsWords
  var confirm: ConfirmWords
  var outcomes: OutcomeWords
}

extension Words {
  public static let all: [Words] = [.english, .german, .arabic]

  /// The words of a language, or the nearest there are: `de-AT` gets German, what is unknown gets English.
  public static func of(_ language: String) -> Words {
    let base = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    return all.first { $0.language == base } ?? .english
  }

  public static let english = Words(
    language: "en", name: "English", isRightToLeft: false,
    shell: .english, time: .english, kinds: .english, today: .english, talk: .english,
    composer: .english, person: .english, heard: .english, topic: .english, source: .english,
    account: .english, reading: .english, firstRun: .english, handOver: .english,
    snooze: .english, ownPost: .english, search: .english, signIn: .english, join: .english,
    members: .english, settings: .english, me: .english, audit: .english, notice: .english,
    keys: .english, errors: .english, confirm: .english, outcomes: .english)

  public static let german = Words(
    language: "de", name: "Deutsch", isRightToLeft: false,
    shell: .german, time: .german, kinds: .german, today: .german, talk: .german,
    composer: .german, person: .german, heard: .german, topic: .german, source: .german,
    account: .german, reading: .german, firstRun: .german, handOver: .german, snooze: .german,
    ownPost: .german, search: .german, signIn: .german, join: .german, members: .german,
    settings: .german, me: .german, audit: .german, notice: .german, keys: .german,
    errors: .german, confirm: .german, outcomes: .german)

  public static let arabic = Words(
    language: "ar", name: "العربية", isRightToLeft: true,
    shell: .arabic, time: .arabic, kinds: .arabic, today: .arabic, talk: .arabic,
    composer: .arabic, person: .arabic, heard: .english, topic: .english, source: .english,
    account: .english, reading: .english, firstRun: .english, handOver: .english,
    snooze: .english, ownPost: .english, search: .english, signIn: .english, join: .english,
    members: .english, settings: .english, me: .english, audit: .english, notice: .english,
    keys: .english, errors: .english, confirm: .english, outcomes: .english)
}
