import HeedModel
import Testing

@testable import FeedsNetwork

struct FeedDateTests {
  /// 2003-12-31T10:14:55Z.
  private static let moment: Int64 = 1_072_865_695

  @Test(arguments: [
    "2003-12-31T10:14:55Z", "2003-12-31T10:14:55z", "2003-12-31 10:14:55", "20031231T101455Z",
    "2003-12-31T12:14:55+02:00", "2003-12-31T12:14:55+0200", "2003-12-31T12:14:55 +02",
    "2003-12-31T10:14:55.000Z", "2003-365T10:14:55Z", "2003365T101455Z", "2004-W01-3T10:14:55Z",
    "2003-12-31T05:14:55 EST", "Wed, 31 Dec 2003 10:14:55 GMT", "Wed, 31 Dec 2003 10:14:55",
    "31 Dec 2003 10:14:55 UT", "Wednesday, 31 December 2003 10:14:55 UTC",
    "Thu, 31 Dec 2003 10:14:55 +0000", "Wed, 31 Dec 03 10:14:55 Z",
    "Wed, 31 Dec 2003 05:14:55 EST", "Wed, 31 Dec 2003 02:14:55 PST",
    "Wed, 31 Dec 2003 12:14:55 +0200 (EET)", "Wed, 31 Dec 2003 12:14:55 GMT+2",
    "Wed,31 Dec 2003 10:14:55 GMT", "Wed, Dec 31 2003 10:14:55 GMT", "Wed Dec 31 10:14:55 2003",
    "Wed Dec 31 10:14:55 GMT 2003", "December 31, 2003 10:14:55 AM", "31.12.2003 10:14:55",
    "31/12/2003 10:14:55", "12/31/2003 10:14:55 AM", "2003/12/31 10:14:55",
    "Mi, 31 Dez 2003 11:14:55 +0100", "mer., 31 déc. 2003 11:14:55 CET", "1072865695",
    " \n Wed, 31 Dec 2003 10:14:55 GMT \n",
  ])
  func allShapesOfOneMomentAreRead(written: String) {
    #expect(FeedDate.read(written) == Instant(seconds: Self.moment), "\(written)")
  }

  @Test func partsThatAreLeftOutStartTheirSpan() {
    #expect(FeedDate.read("2003") == FeedDate.read("2003-01-01T00:00:00Z"))
    #expect(FeedDate.read("2003-12") == FeedDate.read("2003-12-01T00:00:00Z"))
    #expect(FeedDate.read("2003-12-31") == FeedDate.read("2003-12-31T00:00:00Z"))
    #expect(FeedDate.read("31 Dec 2003") == FeedDate.read("2003-12-31T00:00:00Z"))
    #expect(FeedDate.read("Wed, 31 Dec 2003 10:14 GMT") == FeedDate.read("2003-12-31T10:14:00Z"))
  }

  @Test func midnightAtTheEndAndLeapSecondsAreRead() {
    #expect(FeedDate.read("2003-12-31T24:00:00Z") == FeedDate.read("2004-01-01T00:00:00Z"))
    #expect(FeedDate.read("2016-12-31T23:59:60Z") == FeedDate.read("2017-01-01T00:00:00Z"))
    #expect(FeedDate.read("Sun, 29 Feb 2004 12:00 PM GMT") == FeedDate.read("2004-02-29T12:00:00Z"))
    #expect(FeedDate.read("2003-12-31T10:14:55.25Z")?.milliseconds == Self.moment * 1000 + 250)
  }

  @Test(arguments: [
    "", "yesterday", "2003-13-01", "2003-02-30", "31 Foo 2003", "0", "99999999999999999999",
    "2003-12-31T99:00:00Z", ":::", "2003-W99", "2003-000", "Wed, 99 Dec 2003", "１２３４",
    "2003-12-31T10:14:55+99:99", "-1", "Dec Dec Dec", "2023-02-29",
  ])
  func whatIsNoDateIsNone(written: String) {
    #expect(FeedDate.read(written) == nil, "\(written)")
  }
}
