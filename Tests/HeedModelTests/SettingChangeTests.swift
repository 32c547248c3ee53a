import HeedModel
import Testing

@Suite struct SettingChangeTests {
  @Test func everySettingIsReadBackFromItsEvent() {
    for setting in SettingChange.Setting.allCases {
      for (from, to) in [(nil, nil), (0, 120), (36_500, 1), (1, 0)] as [(Int?, Int?)] {
        let change = SettingChange(setting, from: from, to: to)
        #expect(SettingChange(subject: change.subject) == change)
      }
    }
    for strange in [0, -1, 17, Int64.max, Int64.min] {
      #expect(SettingChange(subject: strange) == nil)
    }
  }

  @Test func whatDiffersIsToldAndOfTextsOnlyThatTheyDo() {
    let before = Settings()
    var after = before
    #expect(SettingChange.all(from: before, to: after).isEmpty)
    after.undoSeconds = 0
    after.notice = "Ask Zelda."
    after.publishesCorrections = true
    after.headStarts[.complaint] = 90
    #expect(
      SettingChange.all(from: before, to: after) == [
        SettingChange(.undoSeconds, from: 10, to: 0),
        SettingChange(.publishesCorrections, from: 0, to: 1), SettingChange(.notice),
        SettingChange(
          .headStartComplaint, from: before.headStarts[.complaint] ?? 0, to: 90),
      ])
  }
}
