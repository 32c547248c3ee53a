import HeedModel
import Testing

@testable import FeedsNetwork

/// Dates as programs with a locale write them.
struct LocalDateTests {
  @Test(arguments: [
    ("Di, 05 Mai 2026 10:14:55 +0000", 5), ("5. März 2026 10:14:55", 3),
    ("5 Jänner 2026 10:14:55", 1),
    ("mar., 5 mai 2026 10:14:55 GMT", 5), ("mar, 5 août 2026 10:14:55", 8),
    ("jeu. 5 févr. 2026 10:14:55", 2), ("5 juillet 2026 10:14:55", 7), ("5 juin 2026 10:14:55", 6),
    ("mar, 05 ene 2026 10:14:55 +0000", 1), ("5 de septiembre de 2026 10:14:55", 9),
    ("5 de março de 2026 10:14:55", 3), ("5 fev 2026 10:14:55", 2), ("5 gennaio 2026 10:14:55", 1),
    ("mar, 5 mag 2026 10:14:55", 5), ("5 ott 2026 10:14:55", 10), ("5 mrt 2026 10:14:55", 3),
    ("Вт, 05 янв 2026 10:14:55 +0000", 1), ("5 мая 2026 10:14:55", 5),
    ("5 июля 2026 г. 10:14:55", 7),
    ("5 июня 2026 10:14:55", 6), ("5 серпня 2026 10:14:55", 8), ("5 листопада 2026 10:14:55", 11),
    ("Κυρ, 05 Ιούλ 2026 10:14:55 GMT", 7), ("5 Ιουνίου 2026 10:14:55", 6),
    ("5 Μαΐου 2026 10:14:55", 5),
    ("5 sierpnia 2026 10:14:55", 8), ("5 października 2026 10:14:55", 10),
    ("5 lipca 2026 10:14:55", 7),
    ("5. července 2026 10:14:55", 7), ("5. června 2026 10:14:55", 6),
    ("2026-július-05T10:14:55", 7),
    ("5 Ağustos 2026 10:14:55", 8), ("5 Şubat 2026 10:14:55", 2), ("5 Haziran 2026 10:14:55", 6),
    ("5 marraskuuta 2026 10:14:55", 11), ("5 maaliskuuta 2026 10:14:55", 3),
    ("5 desember 2026 10:14:55", 12), ("5 noiembrie 2026 10:14:55", 11),
    ("5 يناير 2026 10:14:55", 1),
    ("5 בינואר 2026 10:14:55", 1), ("5 maj 2026 10:14:55", 5),
  ])
  func monthsOfManyLanguagesAreKnown(written: String, month: Int) {
    let two = month < 10 ? "0\(month)" : "\(month)"
    #expect(FeedDate.read(written) == FeedDate.read("2026-\(two)-05T10:14:55Z"), "\(written)")
  }

  @Test(arguments: [
    ("2026년 05월 28일  01:31:15", "2026-05-27T16:31:15Z"),
    ("2026-05-25 오후 11:23:17", "2026-05-25T14:23:17Z"),
    ("2026년 5월 28일 오전 9시 5분", "2026-05-28T00:05:00Z"),
    ("2026年5月28日 10時04分05秒", "2026-05-28T01:04:05Z"),
    ("2026年5月28日 下午3点04分", "2026-05-28T07:04:00Z"), ("2026年5月28日", "2026-05-28T00:00:00Z"),
  ])
  func timesOfOneZoneAreReadThere(written: String, meant: String) {
    #expect(FeedDate.read(written) == FeedDate.read(meant), "\(written)")
  }

  @Test(arguments: [
    ("2026-07-08 23:56:58.0", "2026-07-08T23:56:58Z"),
    ("Fri, 2026/09/15 08:19:53 EDT", "2026-09-15T12:19:53Z"),
    ("Mon, 05 May 26 10:14:55 GMT", "2026-05-05T10:14:55Z"), ("26-05-05", "2026-05-05T00:00:00Z"),
    ("260505", "2026-05-05T00:00:00Z"),
    ("2026-05-05 10:14:55 +0000 UTC m=+0.5", "2026-05-05T10:14:55Z"),
    ("Tue May 05 2026 10:14:55 GMT+0200 (Central European Summer Time)", "2026-05-05T08:14:55Z"),
    ("1777976095.123", "2026-05-05T10:14:55Z"),
    ("2026-05-05T10:14:55.123456789+02:00", "2026-05-05T08:14:55.123Z"),
    ("Tue, 05 May 2026 24:00:00 GMT", "2026-05-06T00:00:00Z"),
    ("2026-05-05T24:30:00Z", "2026-05-06T00:30:00Z"), ("2026-05-05T10:14Z", "2026-05-05T10:14:00Z"),
    ("2026-05-05T10Z", "2026-05-05T10:00:00Z"),
    ("Sunday, 05 May 2026 10:14:55 +02:00", "2026-05-05T08:14:55Z"),
    ("5th of May 2026 at 10:14 am", "2026-05-05T10:14:00Z"),
    ("Thu, 1 Jan 1970 00:00:01 GMT", "1970-01-01T00:00:01Z"),
    ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("2026-05-05T10:14:55 Europe/Berlin", "2026-05-05T10:14:55Z"),
  ])
  func furtherShapesAreRead(written: String, meant: String) {
    #expect(FeedDate.read(written) == FeedDate.read(meant), "\(written)")
  }

  @Test(arguments: [
    "2026-05-05T25:30:00Z", "040141", "mar", "Mai", "5 Mai", "12345", "2026 2026 2026",
  ])
  func whatSaysNoDayStillSaysNone(written: String) {
    #expect(FeedDate.read(written) == nil, "\(written)")
  }

  @Test(arguments: [
    ("en_US.UTF-8", "en-US"), ("de-AT, de;q=0.8", "de-AT"), ("English", "en"),
    ("zh-Hant-TW", "zh-Hant-TW"),
    ("EN", "EN"), ("und", nil), ("", nil), ("every", nil), ("12", nil), ("pt_BR@euro", "pt-BR"),
  ])
  func languagesInAnyFormAreTags(written: String, tag: String?) {
    #expect(LanguageTag.read(written) == tag)
  }
}
