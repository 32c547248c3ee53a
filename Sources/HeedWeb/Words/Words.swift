/// Every text of the interface in one language.
///
/// A language is a value of this type, one file a room: the compiler sees that none of its texts is missing and that
/// each takes what it says. A language that is not whole yet starts from the English values and replaces what it has.
///
/// A class, because a page hands it on a hundred times and never changes it.
public final class Words: Sendable {
  /// BCP 47.
  public let language: String
  /// What its speakers call it.
  public let name: String
  public let isRightToLeft: Bool

  let shell: ShellWords
  let time: TimeWords
  let kinds: KindWords
  let today: TodayWords
  let talk: TalkWords
  let composer: ComposerWords
  let person: PersonWords
  let people: PeopleWords
  let wishes: WishWords
  let promises: PromiseWords
  let think: ThinkWords
  let heard: HeardWords
  let topic: TopicWords
  let source: SourceWords
  let account: AccountWords
  let reading: ReadingWords
  let firstRun: FirstRunWords
  let handOver: HandOverWords
  let help: HelpWords
  let told: ToldWords
  let snooze: SnoozeWords
  let ownPost: OwnPostWords
  let mistake: MistakeWords
  let seen: SeenWords
  let aftermath: AftermathWords
  let secondLook: SecondLookWords
  let search: SearchWords
  let signIn: SignInWords
  let join: JoinWords
  let members: MembersWords
  let settings: SettingsWords
  let me: MeWords
  let audit: AuditWords
  let notice: NoticeWords
  let keys: KeysWords
  let errors: ErrorsWords
  let confirm: ConfirmWords
  let rights: RightsWords
  let theirSide: TheirSideWords
  let outcomes: OutcomeWords
  /// What the floors below say: problems, offers, what is wrong with a source or a delivery.
  let messages: MessageWords

  init(
    language: String, name: String, isRightToLeft: Bool, shell: ShellWords, time: TimeWords,
    kinds: KindWords, today: TodayWords, talk: TalkWords, composer: ComposerWords,
    person: PersonWords, people: PeopleWords, wishes: WishWords, promises: PromiseWords,
    think: ThinkWords, heard: HeardWords, topic: TopicWords, source: SourceWords,
    account: AccountWords, reading: ReadingWords, firstRun: FirstRunWords, handOver: HandOverWords,
    help: HelpWords, told: ToldWords,
    snooze: SnoozeWords, ownPost: OwnPostWords, mistake: MistakeWords, seen: SeenWords,
    aftermath: AftermathWords, secondLook: SecondLookWords,
    search: SearchWords, signIn: SignInWords,
    join: JoinWords, members: MembersWords, settings: SettingsWords, me: MeWords, audit: AuditWords,
    notice: NoticeWords, keys: KeysWords, errors: ErrorsWords, confirm: ConfirmWords,
    rights: RightsWords, theirSide: TheirSideWords, outcomes: OutcomeWords, messages: MessageWords
  ) {
    self.language = language
    self.name = name
    self.isRightToLeft = isRightToLeft
    self.shell = shell
    self.time = time
    self.kinds = kinds
    self.today = today
    self.talk = talk
    self.composer = composer
    self.person = person
    self.people = people
    self.wishes = wishes
    self.promises = promises
    self.think = think
    self.heard = heard
    self.topic = topic
    self.source = source
    self.account = account
    self.reading = reading
    self.firstRun = firstRun
    self.handOver = handOver
    self.help = help
    self.told = told
    self.snooze = snooze
    self.ownPost = ownPost
    self.mistake = mistake
    self.seen = seen
    self.aftermath = aftermath
    self.secondLook = secondLook
    self.search = search
    self.signIn = signIn
    self.join = join
    self.members = members
    self.settings = settings
    self.me = me
    self.audit = audit
    self.notice = notice
    self.keys = keys
    self.errors = errors
    self.confirm = confirm
    self.rights = rights
    self.theirSide = theirSide
    self.outcomes = outcomes
    self.messages = messages
  }
}

extension Words {
  public static let all: [Words] = [.english, .german, .arabic]

  /// Those of which no text is missing: they are offered, and given to strangers by what their browsers ask for.
  public static let whole: [Words] = [.english, .german]

  /// What can be chosen: the whole ones, and the one that was chosen before.
  static func offered(besides chosen: String) -> [(value: String, label: String)] {
    all.filter { words in
      words.language == chosen || whole.contains { $0.language == words.language }
    }.map { (value: $0.language, label: $0.name) }
  }

  /// The words of a language, or the nearest there are: `de-AT` gets German, what is unknown gets English.
  public static func of(_ language: String) -> Words {
    let base = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    return all.first { $0.language == base } ?? .english
  }

  public static let english = Words(
    language: "en", name: "English", isRightToLeft: false,
    shell: .english, time: .english, kinds: .english, today: .english, talk: .english,
    composer: .english, person: .english, people: .english, wishes: .english, promises: .english,
    think: .english,
    heard: .english, topic: .english, source: .english,
    account: .english, reading: .english, firstRun: .english, handOver: .english, help: .english,
    told: .english,
    snooze: .english, ownPost: .english, mistake: .english, seen: .english, aftermath: .english,
    secondLook: .english, search: .english,
    signIn: .english,
    join: .english,
    members: .english, settings: .english, me: .english, audit: .english, notice: .english,
    keys: .english, errors: .english, confirm: .english, rights: .english,
    theirSide: .english, outcomes: .english,
    messages: .english)

  public static let german = Words(
    language: "de", name: "Deutsch", isRightToLeft: false,
    shell: .german, time: .german, kinds: .german, today: .german, talk: .german,
    composer: .german, person: .german, people: .german, wishes: .german, promises: .german,
    think: .german,
    heard: .german, topic: .german, source: .german,
    account: .german, reading: .german, firstRun: .german, handOver: .german, help: .german,
    told: .german,
    snooze: .german,
    ownPost: .german, mistake: .german, seen: .german, aftermath: .german,
    secondLook: .german, search: .german, signIn: .german,
    join: .german,
    members: .german,
    settings: .german, me: .german, audit: .german, notice: .german, keys: .german,
    errors: .german, confirm: .german, rights: .german, theirSide: .german,
    outcomes: .german, messages: .german)

  public static let arabic = Words(
    language: "ar", name: "العربية", isRightToLeft: true,
    shell: .arabic, time: .arabic, kinds: .arabic, today: .arabic, talk: .arabic,
    composer: .arabic, person: .arabic, people: .english, wishes: .arabic, promises: .arabic,
    think: .english,
    heard: .english, topic: .english, source: .english,
    account: .english, reading: .english, firstRun: .english, handOver: .arabic, help: .english,
    told: .arabic,
    snooze: .arabic, ownPost: .arabic, mistake: .english, seen: .arabic, aftermath: .english,
    secondLook: .arabic, search: .english,
    signIn: .english,
    join: .english,
    members: .english, settings: .english, me: .english, audit: .english, notice: .english,
    keys: .english, errors: .arabic, confirm: .english, rights: .english, theirSide: .english,
    outcomes: .arabic, messages: .arabic)
}
