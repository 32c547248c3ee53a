/// One setting of the desk that was changed, and from what number to what: what the event of it holds, so that no words of
/// anybody stand in events. Of a text only that it changed is kept.
public struct SettingChange: Sendable, Hashable {
  /// Stored by their numbers: these never change.
  public enum Setting: Int64, Sendable, CaseIterable {
    case organisation = 1
    case contact = 2
    case notice = 3
    case timeZone = 4
    case language = 5
    case openHours = 6
    case undoSeconds = 7
    case daysAboutUs = 8
    case daysConversations = 9
    case daysDrafts = 10
    case publishesCorrections = 11
    case publishesDeeds = 12
    case headStartCorrectsUs = 13
    case headStartPromiseDue = 14
    case headStartComplaint = 15
    case headStartFirstWords = 16
    case headStartQuickCustom = 17
    case retention = 18
    case showsNotes = 19
    case attention = 20
  }

  public var setting: Setting
  /// Seconds, days, minutes as the setting counts; 0 and 1 for off and on. `nil` where it is no number.
  public var from: Int?
  public var to: Int?

  public init(_ setting: Setting, from: Int? = nil, to: Int? = nil) {
    self.setting = setting
    self.from = from
    self.to = to
  }

  private static let bits: Int64 = 25
  private static let most = (Int64(1) << bits) - 2

  /// The subject of its event: the setting, then both numbers, each one more than it is, 0 for none.
  public var subject: Int64 {
    setting.rawValue << (2 * Self.bits) | Self.packed(from) << Self.bits | Self.packed(to)
  }

  /// - Returns: `nil` for what is the subject of no such change.
  public init?(subject: Int64) {
    guard subject >= 0, let setting = Setting(rawValue: subject >> (2 * Self.bits)) else {
      return nil
    }
    let mask = (Int64(1) << Self.bits) - 1
    self.init(
      setting, from: Self.number(subject >> Self.bits & mask), to: Self.number(subject & mask))
  }

  private static func packed(_ number: Int?) -> Int64 {
    guard let number, number >= 0 else { return 0 }
    return min(Int64(number), most) + 1
  }

  private static func number(_ packed: Int64) -> Int? { packed == 0 ? nil : Int(packed - 1) }

  /// Everything that differs, in the order of the settings' page.
  public static func all(from one: Settings, to other: Settings) -> [SettingChange] {
    var changes: [SettingChange] = []
    func text<Value: Equatable>(_ setting: Setting, _ path: KeyPath<Settings, Value>) {
      if one[keyPath: path] != other[keyPath: path] { changes.append(SettingChange(setting)) }
    }
    func number(_ setting: Setting, _ value: (Settings) -> Int) {
      let (from, to) = (value(one), value(other))
      if from != to { changes.append(SettingChange(setting, from: from, to: to)) }
    }
    text(.organisation, \.organisation)
    text(.language, \.language)
    text(.timeZone, \.timeZone)
    text(.openHours, \.openHours)
    number(.undoSeconds) { $0.undoSeconds }
    number(.publishesCorrections) { $0.publishesCorrections ? 1 : 0 }
    number(.publishesDeeds) { $0.publishesDeeds ? 1 : 0 }
    number(.daysAboutUs) { $0.daysAboutUs }
    number(.daysConversations) { $0.daysConversations }
    number(.daysDrafts) { $0.daysDrafts }
    text(.contact, \.contact)
    text(.notice, \.notice)
    for reason in WaitingReason.allCases {
      number(Setting(reason)) { $0.headStarts[reason] ?? 0 }
    }
    text(.retention, \.retention)
    number(.showsNotes) { $0.showsNotes ? 1 : 0 }
    return changes
  }
}

extension SettingChange.Setting {
  init(_ reason: WaitingReason) {
    self =
      switch reason {
      case .correctsUs: .headStartCorrectsUs
      case .promiseDue: .headStartPromiseDue
      case .complaint: .headStartComplaint
      case .firstWords: .headStartFirstWords
      case .quickCustom: .headStartQuickCustom
      }
  }
}
