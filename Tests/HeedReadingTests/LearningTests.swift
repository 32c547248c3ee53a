import HeedModel
import Testing

@testable import HeedReading

struct LearningTests {
  private let reader: any Reader = TrainedReader()
  private let text = "the new gasket is totally gnarled, proper gnarled mate"

  private func lesson(
    _ words: String, _ tone: Reading.Tone, _ kinds: Set<Reading.Kind> = [.complaint]
  ) -> Lesson {
    Lesson(
      words: words,
      reading: Reading(language: "en", tone: tone, kinds: kinds, by: Reading.member, sureness: 1))
  }

  @Test func aCorrectionCountsAtOnce() {
    for tone in Reading.Tone.allCases {
      let taught = reader.taught([lesson(text, tone), lesson(text, tone)])
      #expect(taught.read(text, declaredLanguage: nil).tone == tone)
    }
    for kind in Reading.Kind.allCases where kind != .spam && kind != .other {
      let taught = reader.taught([lesson(text, .neutral, [kind]), lesson(text, .neutral, [kind])])
      #expect(taught.read(text, declaredLanguage: nil).kinds == [kind])
    }
  }

  @Test func whatOneDeskTaughtIsUnknownToAnother() {
    let before = reader.read(text, declaredLanguage: nil)
    _ = reader.taught([lesson(text, .positive, [.praise])])
    #expect(reader.read(text, declaredLanguage: nil) == before)
    #expect(TrainedReader().read(text, declaredLanguage: nil) == before)
  }

  @Test func theSameLessonsMakeTheSameReader() {
    let lessons = (0..<40).map {
      lesson("spoke \($0) is gnarled beside nipple \($0 % 7)", $0 % 3 == 0 ? .positive : .negative)
    }
    let (one, other) = (reader.taught(lessons), reader.taught(lessons))
    let step = lessons.reduce(reader) { $0.taught([$1]) }
    for lesson in lessons {
      let read = one.explain(lesson.words, declaredLanguage: nil)
      #expect(read == other.explain(lesson.words, declaredLanguage: nil))
      #expect(read == step.explain(lesson.words, declaredLanguage: nil))
    }
  }

  @Test func likeTextsAreReadLikewiseAndOthersAsBefore() {
    let taught = reader.taught([
      lesson("this hub is gnarled", .negative), lesson("totally gnarled rim", .negative),
      lesson("gnarled again, the whole fork", .negative),
    ])
    #expect(taught.read("my pedal is gnarled", declaredLanguage: nil).tone == .negative)
    let news = "The office opens at nine on Monday"
    #expect(
      taught.read(news, declaredLanguage: nil).tone == reader.read(news, declaredLanguage: nil).tone
    )
  }

  @Test func aLanguageThatIsTaughtIsRead() {
    let text = "I ha mis Päckli no nid übercho, gits es Problem"
    let swiss = (0..<3).map { _ in
      Lesson(
        words: text,
        reading: Reading(language: "gsw", tone: .neutral, kinds: [.question], by: Reading.member))
    }
    let taught = reader.taught(swiss)
    #expect(taught.read(text, declaredLanguage: nil).language == "gsw")
    #expect(
      taught.read("When will my parcel finally get here", declaredLanguage: nil).language == "en")
  }

  @Test func whatIsSwitchedOffIsUnknown() {
    for part in Reading.Part.allCases {
      let reading = reader.without([part]).read(
        "Why is this broken again?", declaredLanguage: nil)
      #expect((reading.language == nil) == (part == .language))
      #expect((reading.tone == nil) == (part == .tone))
      #expect(reading.kinds.isEmpty == (part == .kind))
    }
    let on = reader.without([.tone]).without([])
    #expect(on.read("I love it", declaredLanguage: nil).tone == .positive)
  }
}
