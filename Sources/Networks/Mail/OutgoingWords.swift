import Foundation
import HeedModel

/// Words that go out in a mail besides what a member wrote: read by whoever gets it, not by who uses the desk.
enum OutgoingWords {
  /// "Ana at Widget Shop": a shared address where each answer shows who wrote it.
  static func sender(_ speaker: String?, of organisation: String) -> String {
    let speaker = EnvelopeReader.line(speaker ?? "")
    let organisation = EnvelopeReader.line(organisation)
    if speaker.isEmpty || organisation.isEmpty { return speaker + organisation }
    return "\(speaker) at \(organisation)"
  }

  static func subject(_ theirs: String) -> String {
    let core = Subject.core(theirs)
    return core.isEmpty ? "Re: your mail" : "Re: " + core.prefix(400)
  }

  /// The line above what is quoted, in the language of the answer.
  static func introduction(who: String, at: Instant, language: String?) -> String {
    let day = Date(timeIntervalSince1970: Double(at.milliseconds) / 1000)
      .formatted(.iso8601.year().month().day())
    let name = EnvelopeReader.line(who)
    return switch language?.prefix(2).lowercased() {
    case "de": "Am \(day) schrieb \(name):"
    case "fr": "Le \(day), \(name) a écrit :"
    case "es": "El \(day), \(name) escribió:"
    case "pt": "Em \(day), \(name) escreveu:"
    case "it": "Il \(day), \(name) ha scritto:"
    case "nl": "Op \(day) schreef \(name):"
    case "pl": "Dnia \(day) \(name) napisał(a):"
    case "sv": "Den \(day) skrev \(name):"
    default: "On \(day), \(name) wrote:"
    }
  }
}
