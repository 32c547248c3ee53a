/// What can happen next.
enum Act: Sendable, Equatable {
  /// Somebody has something on their mind.
  case story(Int)
  /// Somebody writes to us soon after the place went live, so that nobody waits in an empty room.
  case greeting(Int)
  /// A turn in talk among people: of which story, and the how manieth.
  case chat(story: Int, turn: Int)
  case help(String)
  case spam(String, story: Int)
  /// They wait for us and say so.
  case nudge(String)
  /// The shop answers from its telephone, in the past of the place.
  case shopAnswers(String)
  /// Somebody makes something of what we said to them.
  case answer(String, to: String)
  case bystander(to: String)
  /// The time for what we promised is over.
  case overdue(String, promised: String)
  case gasp(at: String)
  /// Somebody knows better than what we said.
  case pointOut(String)
  /// Whoever pointed it out sees that it was put right, and says so below a post of ours.
  case comeBack(to: String, below: String)
  /// Somebody says what they were asked to say.
  case favour(String)
  /// Somebody else wants what the opening asks for; the how manieth.
  case second(String, Int)
  case like(String, by: String)
  case unlike(String, by: String)
  case share(String, by: String)
  case correct(String, text: String)
  case regret(String)
}
