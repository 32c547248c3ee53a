import HeedModel

extension EditPostScreen {
  static let samples = [
    Sample(
      "post-edit",
      EditPostScreen(
        post: ID(822), conversation: ID(208), text: "Nils, here is a drawing. ^AL",
        hasWarning: true, length: LengthRule(unit: .scalars, limit: 500, address: 23),
        tells: "bolha.example tells those who passed it on or quoted it.")),
    Sample("post-edit-think", thought),
    Sample("post-edit-conflict", conflict),
    Sample(
      "post-delete",
      DeletePostScreen(
        post: ID(822), conversation: ID(208), text: World.said("Nils, here is a drawing. ^AL"),
        place: "bolha.example")),
  ]

  private static let thought: EditPostScreen = {
    var screen = EditPostScreen(
      post: ID(822), conversation: ID(208),
      text: "Nils, it was never our fault. Your order 2201-B is on its way.",
      length: LengthRule(unit: .scalars, limit: 500, address: 23), tells: "")
    screen.look = .sample
    return screen
  }()

  private static let conflict: EditPostScreen = {
    var screen = EditPostScreen(
      post: ID(822), conversation: ID(208), text: "Nils, here is the old drawing. ^AL",
      length: LengthRule(unit: .scalars, limit: 500, address: 23), tells: "",
      problem: Problem(
        .conflict,
        """
        These words were changed since you opened them, and nothing was sent. What stands there now is shown; what \
        you typed is kept. Look at both, then change it.
        """, field: "text"))
    screen.standing = World.said("Nils, here is the new drawing. ^SO")
    return screen
  }()
}
