extension ConfirmWords {
  static let english = ConfirmWords(
    topic: { name in "Remove the topic \(name)?" },
    topicText: "It stops catching posts. What it caught stays.",
    source: { name in "Stop listening to \(name)?" },
    sourceText: "Nothing new is heard there. What was heard stays for its time.",
    account: { name in "Remove \(name)?" },
    accountText:
      "The desk forgets its key at once and can no longer answer from it. What was said stays.",
    member: { name in "Does \(name) leave the team?" },
    memberText:
      """
      They are signed out everywhere, and what they claimed is free again. What they said \
      stays theirs.
      """,
    remove: "Remove",
    leaves: { name in "Yes, \(name) leaves" })
}
