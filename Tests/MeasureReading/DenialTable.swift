import Foundation
import HeedModel
import HeedReading

/// Own phrases that say something by denying the opposite: `denials.tsv` beside the labels.
enum DenialTable {
  static func write(to report: inout Report) throws {
    report.head("Tone of own phrases that deny praise or blame")
    let file = URL(filePath: "Scripts/reading/labels/denials.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    let reader = TrainedReader()
    func share(_ part: String, _ language: String?, _ isWrong: Bool = false) -> String {
      let some = rows.filter { $0[0] == part && (language == nil || $0[1] == language) }
      let hits = some.count { row in
        let tone = reader.read(row[3], declaredLanguage: row[1]).tone?.rawValue ?? ""
        let wanted = row[2].split(separator: ",").map(String.init)
        if wanted.contains(tone) { return !isWrong }
        return isWrong && tone == (wanted.contains("negative") ? "positive" : "negative")
      }
      return "\(hits) of \(some.count)"
    }
    let languages = ["en", "de", "fr", "es", "pt", "it"]
    report.table(
      ["language", "that the rules were written on", "kept apart", "of these the wrong way round"],
      languages.map { [$0, share("tuned", $0), share("apart", $0), share("apart", $0, true)] }
        + [["all", share("tuned", nil), share("apart", nil), share("apart", nil, true)]])
  }
}
