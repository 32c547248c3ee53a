import HeedModel

/// Forms that change something. Each carries the token of its session, so that no other site can send it in a
/// member's name.
enum Form {
  /// A whole form around its fields.
  /// - Parameter data: ` data-…` attributes for the scripts, made with `attribute:`.
  static func post(
    _ route: Route, in page: PageContext, kind: String = "form", id: String? = nil,
    data: HTML = "", _ content: HTML
  ) -> HTML {
    """
    <form method="post" action="\(route)" class="\(kind)"\(attribute: "id", id)\(data)>\
    \(token(in: page))\(content)</form>
    """
  }

  /// A form of one button.
  static func button(
    _ route: Route, _ label: String, in page: PageContext, kind: String = "btn",
    key: String? = nil, hidden: [(String, String)] = [], describes: String? = nil
  ) -> HTML {
    post(
      route, in: page, kind: "one",
      """
      \(hidden.html { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })\
      <button class="\(kind)"\(attribute: "data-key", key)\(attribute: "aria-label", describes)>\
      \(label)\(Keycap.html(key, in: page))</button>
      """)
  }

  /// When the newest was heard of what a page shows.
  /// - Parameter form: the number of the form that it belongs to, where it stands outside of it.
  static func heard(_ instant: Instant, form: String? = nil) -> HTML {
    """
    <input type="hidden" name="\(FieldName.heard.rawValue)" value="\(String(instant.milliseconds))"\
    \(attribute: "form", form)>
    """
  }

  static func token(in page: PageContext) -> HTML {
    "<input type=\"hidden\" name=\"\(FieldName.csrf.rawValue)\" value=\"\(page.csrf)\">"
  }
}

/// A key beside the action that it does; nothing for those who switched keys off.
enum Keycap {
  static func html(_ key: String?, in page: PageContext) -> HTML {
    guard let key, page.member?.keys ?? false else { return "" }
    return " <kbd aria-hidden=\"true\">\(key)</kbd>"
  }
}

/// The names of all fields that forms send: the views write them, the handlers read them.
public enum FieldName: String, Sendable, CaseIterable {
  case csrf
  // Composer: `seen` is the newest post that the page showed, `answering` the post that is answered.
  case text, warning, intent, visibility, language, answering, reply, seen, file, alternative
  // Words and times on a conversation: `until` is a choice or `date` and `time` together.
  // `heard` is when the newest was heard of what the page showed, in milliseconds.
  case word, member, until, date, time, post, heard
  // Topics and sources
  case name, query, typed, network, kind, target, ours, server, code, token, state, custom
  case organisation, contact, notice, tone, reader
  // Members and settings
  case email, password, newPassword, initials, timeZone, hereUntil, keys, role
  case undoSeconds, daysAboutUs, daysConversations, daysDrafts
  case openMonday, openTuesday, openWednesday, openThursday, openFriday, openSaturday, openSunday
  case closeMonday, closeTuesday, closeWednesday, closeThursday, closeFriday, closeSaturday
  case closeSunday
  case headStartCorrectsUs, headStartPromiseDue, headStartComplaint, headStartFirstWords
  case headStartQuickCustom, lineNote
  // What members say of themselves
  case knows, likes, speaks, minutes
  // Mistakes: the wrong words, who noticed, how it is mended, since when a page says it.
  case said, noticed, way, anyway, since, publishesCorrections
  // People and wishes: which handle, which wish, how far it came.
  case handle, wish, status, publishesDeeds, alike, person
  // Promises: of each that is offered its words, date and time; those that are ticked once more.
  case promise, promiseWords, promiseDate, promiseTime, promiseDue, keeps
  // What is assumed of attention: three of each number, and why
  case share, halfLife, overlap, replies, note
  // What concerns a member, and how they are told
  case telling, mail, mailKind, mailWords, pushKind, pushWords, topic
  case endpoint, pushKey, pushSecret, reminder
  // Presence: the conversation that is open, and `1` while a reply is being written.
  case conversation, writing
  // Their rights, their side: days, what words are kept for, whether they are allowed something
  case days, purpose, allowed, showsNotes
  // Days until somebody without words is gone.
  case daysPeople
  // The wording of a post over which other words were typed, and the newest correction that was known then.
  case wording, correction
  // `1` once a reason was held against what was said.
  case confirmed
  // On which page a button was pressed that stands on several: a name of ours, never an address.
  case back
}
