import Foundation
import Testing

@testable import HeedWeb

/// The catalogue's own text: what stands behind each key of a language.
///
/// That no key is missing and that each takes the same parameters is seen by the compiler; what only a reader of the
/// source can see is whether a parameter is said at all.
private func entries(of language: String) throws -> [String: String] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/HeedWeb/Words/\(language)")
  var entries: [String: String] = [:]
  for file in try FileManager.default.contentsOfDirectory(
    at: folder, includingPropertiesForKeys: nil)
  {
    let room = file.deletingPathExtension().lastPathComponent.dropFirst(language.count)
    var key: String?
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if let start = line.firstMatch(of: /^ {4}(?:words\.)?(\w+)(?::| =)(.*)/) {
        key = "\(room).\(start.1)"
        entries["\(room).\(start.1)"] = String(start.2)
      } else if let key {
        entries[key, default: ""] += "\n" + line
      }
    }
  }
  return entries
}

/// The parameters that a text says, or counts by.
private func said(_ entry: String) -> Set<String> {
  Set(
    entry.matches(of: /\\\((?:Spelled\.\w+\()?(\w+)\)|Plural\.\w+\(\s*(\w+),/).compactMap {
      ($0.1 ?? $0.2).map(String.init)
    })
}

@Suite struct WordsTests {
  @Test(arguments: ["German", "Arabic"])
  func everyTextSaysWhatTheEnglishOneSays(language: String) throws {
    let english = try entries(of: "English")
    let other = try entries(of: language)
    #expect(english.count > 500)
    for (key, entry) in other {
      let original = try #require(english[key], "\(key) has no English")
      #expect(said(entry) == said(original), "\(key)")
    }
  }

  @Test func germanIsWholeAndGerman() throws {
    let english = try entries(of: "English")
    let german = try entries(of: "German")
    #expect(Set(english.keys) == Set(german.keys))
    let same: Set<String> = [
      "Time.minutes", "Promises.about", "Wishes.changedBy", "Time.hours", "Time.hoursAndMinutes",
      "Time.weekdayAt", "Time.dateAt",
      "Kind.spam", "Kind.neutral", "Kind.video", "Talk.original", "Topic.name",
    ]
    for (key, entry) in english where german[key] == entry {
      #expect(same.contains(key), "\(key) is still English: \(entry)")
    }
  }

  @Test func arabicHasItsShellAndToday() throws {
    let english = try entries(of: "English")
    let arabic = try entries(of: "Arabic")
    for key in english.keys {
      let isNeeded = ["Shell.", "Time.", "Kind.", "Today.", "Talk.", "Composer."]
        .contains(where: key.hasPrefix)
      #expect(!isNeeded || arabic[key] != nil, "\(key)")
    }
  }

  @Test func whatIsNotTranslatedYetIsEnglish() {
    #expect(Words.arabic.audit.claimed == Words.english.audit.claimed)
  }

  @Test func arabicCountsInSixWays() {
    let forms = [0, 1, 2, 3, 11, 100].map { Words.arabic.today.waiting($0, $0) }
    #expect(Set(forms).count == 6)
    #expect(Words.arabic.today.waiting(103, 103).contains("أشخاص"))
  }

  @Test func smallNumbersAreWords() {
    #expect(Words.english.today.waiting(1, 1) == "One person is waiting")
    #expect(Words.english.today.waiting(7, 7) == "Seven people are waiting")
    #expect(Words.english.today.waiting(40, 40) == "40 people are waiting")
    // Who wrote twice is one person, and one who waits in two conversations.
    #expect(Words.english.today.waiting(47, 23) == "47 conversations wait, of 23 people")
    #expect(Words.english.today.waiting(3, 1) == "Three conversations wait, of one person")
    #expect(Words.english.today.waiting(2_000, nil) == "2000 conversations wait")
    #expect(Words.german.today.waiting(3, 1) == "Drei Gespräche warten, von einem Menschen")
    #expect(Words.german.today.waiting(7, 7) == "Sieben Menschen warten")
  }

  @Test func aLanguageIsFoundByItsTag() {
    #expect(Words.of("de-AT").language == "de")
    #expect(Words.of("AR_EG").language == "ar")
    #expect(Words.of("tlh").language == "en")
    #expect(Words.of("").language == "en")
  }

  @Test func languagesAreNamedInTheReadersOwn() {
    #expect(Words.english.name(of: "pt") == "Portuguese")
    #expect(Words.german.name(of: "pt") == "Portugiesisch")
  }
}
