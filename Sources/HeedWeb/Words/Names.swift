import Foundation
import HeedModel

/// What the values of the model are called.
extension Words {
  func name(of kind: Reading.Kind) -> String {
    switch kind {
    case .question: kinds.question
    case .complaint: kinds.complaint
    case .praise: kinds.praise
    case .wish: kinds.wish
    case .correction: kinds.correction
    case .thanks: kinds.thanks
    case .spam: kinds.spam
    case .other: kinds.other
    }
  }

  func name(of tone: Reading.Tone) -> String {
    switch tone {
    case .negative: kinds.negative
    case .neutral: kinds.neutral
    case .positive: kinds.positive
    }
  }

  func name(of direction: Direction) -> String {
    switch direction {
    case .toUs: kinds.toUs
    case .aboutUs: kinds.aboutUs
    case .aside: kinds.aside
    case .ours: kinds.ours
    }
  }

  func name(of visibility: Visibility) -> String {
    switch visibility {
    case .public: kinds.isPublic
    case .unlisted: kinds.unlisted
    case .followers: kinds.followers
    case .private: kinds.isPrivate
    }
  }

  func name(of state: ConversationState) -> String {
    switch state {
    case .waiting: kinds.waiting
    case .answered: kinds.answered
    case .snoozed: kinds.snoozed
    case .done: kinds.done
    case .solved: kinds.solved
    case .aboutUs: kinds.about
    case .putAside: kinds.putAside
    }
  }

  func name(of intent: Intent) -> String {
    switch intent {
    case .answer: kinds.answer
    case .thank: kinds.thank
    case .apologise: kinds.apologise
    case .ask: kinds.ask
    case .inform: kinds.inform
    case .disagree: kinds.disagree
    case .followUp: kinds.followUp
    case .promote: kinds.promote
    }
  }

  func name(of media: Media.Kind) -> String {
    switch media {
    case .image: kinds.image
    case .video: kinds.video
    case .audio: kinds.audio
    case .file: kinds.file
    }
  }

  func name(of role: Role) -> String {
    switch role {
    case .member: kinds.member
    case .lead: kinds.lead
    case .observer: kinds.observer
    }
  }

  /// What this language calls another: `pt` is “Portuguese”; the tag itself where it has no name.
  func name(of language: String) -> String {
    Locale(identifier: self.language).localizedString(forIdentifier: language) ?? language
  }
}
