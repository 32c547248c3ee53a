public import HeedModel
public import HeedNetwork

extension MailNetwork: SettingAside {
  public func setAside(at cursor: String?) -> Message? {
    guard let held = MailCursor(cursor)?.held.filter({ $0.tries >= HeldMail.told }), !held.isEmpty
    else { return nil }
    let asked = held.filter { !$0.isLetGo }.count
    let whole: Message =
      held.count == 1
      ? "One mail could not be fetched: its server has it, and breaks off or refuses when it is asked for it."
      : """
      \(held.count) mails could not be fetched: their server has them, and breaks off or refuses when it is asked for \
      them.
      """
    return asked > 0
      ? "\(whole) All others are heard, and these are asked for again by themselves. Your mail program may show them."
      : "\(whole) All others are heard. These are asked for again when you say so. Your mail program may show them."
  }

  public func askingAgain(at cursor: String?) -> String? {
    guard var there = MailCursor(cursor), !there.held.isEmpty else { return cursor }
    there.askAgain()
    return there.text
  }
}
