import Foundation
import Testing

@testable import MailNetwork

@Suite struct NewWordsTests {
  @Test(.enabled(if: Corpora.has("mail-reply-trimmer")))
  func ofNearlyAllMailsTheWordsAreThoseThatAPersonMarked() throws {
    var same = 0
    var missed: [String] = []
    let files = try Corpora.files(in: "mail-reply-trimmer/trimmed").filter {
      $0.pathExtension == "txt"
    }
    for file in files {
      let mail = Corpora.root.appending(path: "mail-reply-trimmer/emails/\(file.lastPathComponent)")
      let text = String(decoding: try Corpora.bytes(mail), as: UTF8.self)
      let wanted = String(decoding: try Corpora.bytes(file), as: UTF8.self)
      if Self.shape(NewWords(text).text) == Self.shape(wanted) {
        same += 1
      } else {
        missed.append(file.lastPathComponent)
      }
    }
    print(
      "mail-reply-trimmer: \(same) of \(files.count) as expected; not: \(missed.joined(separator: " "))"
    )
    #expect(files.count >= 60)
    #expect(Double(same) >= 0.9 * Double(files.count))
  }

  /// Line ends and blank lines at both ends and more than one in a row say nothing.
  static func shape(_ text: String) -> String {
    text.replacing("\r", with: "").split(separator: "\n", omittingEmptySubsequences: true)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Each of these stands above what was said before; none of it is from the corpus.
  @Test(arguments: [
    "On Tue, 3 Mar 2026 at 14:05, Widget Shop <help@shop.example> wrote:",
    "Am Di., 3. März 2026 um 14:05 Uhr schrieb Widget Shop <help@shop.example>:",
    "Am 03.03.26 um 14:05 schrieb Widget Shop:",
    "Le mar. 3 mars 2026 à 14:05, Widget Shop <help@shop.example> a écrit :",
    "El mar, 3 mar 2026 a las 14:05, Widget Shop (<help@shop.example>) escribió:",
    "Em ter., 3 de mar. de 2026 às 14:05, Widget Shop <help@shop.example> escreveu:",
    "Il giorno mar 3 mar 2026 alle ore 14:05 Widget Shop <help@shop.example> ha scritto:",
    "Op di 3 mrt 2026 om 14:05 schreef Widget Shop <help@shop.example>:",
    "Den tis 3 mars 2026 kl 14:05 skrev Widget Shop <help@shop.example>:",
    "tir. 3. mar. 2026 kl. 14.05 skrev Widget Shop <help@shop.example>:",
    "ti 3.3.2026 klo 14.05 Widget Shop (help@shop.example) kirjoitti:",
    "wt., 3 mar 2026 o 14:05 Widget Shop <help@shop.example> napisał(a):",
    "út 3. 3. 2026 v 14:05 odesílatel Widget Shop <help@shop.example> napsal:",
    "Widget Shop <help@shop.example> ezt írta (időpont: 2026. márc. 3., K, 14:05):",
    "вт, 3 мар. 2026 г. в 14:05, Widget Shop <help@shop.example>:",
    "вт, 3 бер. 2026 р. о 14:05 Widget Shop <help@shop.example> пише:",
    "3 Mar 2026 Sal 14:05 tarihinde Widget Shop <help@shop.example> şunu yazdı:",
    "Στις Τρί 3 Μαρ 2026 στις 14:05 ο χρήστης Widget Shop <help@shop.example> έγραψε:",
    "2026年3月3日(火) 14:05 Widget Shop <help@shop.example>:",
    "Widget Shop <help@shop.example> 于2026年3月3日周二 14:05写道：",
    "2026년 3월 3일 (화) 오후 2:05, Widget Shop <help@shop.example>님이 작성:",
    "בתאריך יום ג׳, 3 במרץ 2026 ב-14:05 מאת ‪Widget Shop‬‏ <‪help@shop.example‬‏>:",
    "Vào Th 3, 3 thg 3, 2026 vào lúc 14:05 Widget Shop <help@shop.example> đã viết:",
    "-----Original Message-----\nFrom: Widget Shop\nSent: Tuesday, 3 March 2026\nTo: Ana\nSubject: Bell",
    "________________________________\nDe : Widget Shop <help@shop.example>\nEnvoyé : mardi\nÀ : Ana\nObjet : Cloche",
    "Von: Widget Shop <help@shop.example>\nGesendet: Dienstag, 3. März 2026 14:05\nAn: Ana\nBetreff: Klingel",
    "发件人: Widget Shop <help@shop.example>\n发送时间: 2026年3月3日\n收件人: Ana\n主题: 铃",
    "差出人: Widget Shop <help@shop.example>\n送信日時: 2026年3月3日\n宛先: Ana\n件名: ベル",
  ])
  func whatWasSaidBeforeGoesInAnyLanguage(introduction: String) {
    let quoted = "Does the bell ring?\nYours, Widget Shop"
    for quote in [quoted, quoted.split(separator: "\n").map { "> " + $0 }.joined(separator: "\n")] {
      let text = "It rings now, thank you.\n\n\(introduction)\n\n\(quote)\n"
      #expect(NewWords(text).text == "It rings now, thank you.")
      #expect(NewWords(text.replacing("\n", with: "\r\n")).text == "It rings now, thank you.")
    }
  }

  @Test func answersBetweenTheLinesKeepWhatTheyAnswer() {
    let text = """
      Answers below.

      On Tue, 3 Mar 2026, Ana <ana@a.example> wrote:
      > Is it blue?
      No, green.
      > Does it ring?
      Yes.

      --
      Bo
      """
    #expect(
      NewWords(text).text == """
        Answers below.

        > Is it blue?
        No, green.
        > Does it ring?
        Yes.
        """)
  }

  @Test func anAnswerBelowTheQuoteIsTheAnswer() {
    let text =
      "On 3 Mar 2026, Ana <ana@a.example> wrote:\n> Is it blue?\n\nNo, green.\n-- \nBo\nShop"
    #expect(NewWords(text).text == "No, green.")
  }

  @Test(arguments: [
    "On Monday I bought a bell. It does not ring.",
    "Question 1\n-----\nHow much?\n-----\nQuestion 2: when?",
    "From: the shop\nis what the parcel says.",
    "He wrote:\nit rings at 10:30 every day.",
    "My address is below:\nAna\nana@a.example\n10115 Berlin",
    "Sent from Lisbon on Monday: where is my parcel now?",
    "2026-03-01 order placed\n2026-03-02 paid\n2026-03-03 where is it?",
    "Original: blue. Wanted: green. Subject to change: nothing.",
    "a > b\n<b> c",
    "```\n> not a quote\n-- \nnot a signature\n```\nThat is my code.",
  ])
  func wordsThatOnlyLookLikeItStay(text: String) {
    #expect(NewWords(text).text == text)
  }

  @Test func whatWasForwardedIsKnown() {
    let text =
      "See below.\n\n---------- Forwarded message ---------\nFrom: Bo <bo@b.example>\nDate: 3 Mar 2026\nSubject: Bell\nTo: Ana\n\nIt is loud."
    let words = NewWords(text)
    #expect(words.text == "See below.")
    #expect(words.forwarded != nil)
  }

  /// Behind each quote it is asked whether own words follow; what is behind is looked at once all the same.
  @Test(arguments: [
    "On 1.1.20 <a@b.c> wrote:\n>x\n", "Ding.\nOn 1.1.20 <a@b.c> wrote:\n>x\n", ">x\n\n",
    "-----\n>x\n", "Sent from my iPhone\n>x\n", ">x\nOn 1.1.20 <a@b.c> wrote:\n\n\n",
  ])
  func eachLineIsLookedAtNoMoreThanAFewTimes(pair: String) {
    for end in ["", "Mine.", "-- \nAna"] {
      let text = String(repeating: pair, count: 2_000) + end
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
      let words = NewWords(text)
      #expect(words.looks <= 2 * min(lines, NewWords.mostLines), "\(pair) \(end)")
    }
  }

  @Test func aMailOfAMillionSignsIsDoneInASecond() {
    for line in ["> ", ">", "--\n", "On 1 Jan 2026 at 10:00 a@b.c <", "From: a\n", "a", "-"] {
      let text = String(repeating: line + "\n", count: 200_000)
      let (_, time) = cpuTime { NewWords(text) }
      #expect(time < .seconds(5), "\(line)")
      #expect(
        cpuTime { NewWords(String(repeating: line, count: 300_000)) }.time < .seconds(5), "\(line)")
    }
  }
}
