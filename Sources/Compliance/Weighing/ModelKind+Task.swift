import Obligations

extension ModelKind {
  /// The kind of model that a task of the Hub is for; nil for tasks from which that does not follow.
  init?(task: String) {
    switch task {
    case "text-generation", "text2text-generation", "conversational", "image-text-to-text", "audio-text-to-text",
      "video-text-to-text", "any-to-any", "summarization", "translation", "visual-question-answering":
      self = .language
    case "text-to-image", "image-to-image", "unconditional-image-generation", "image-segmentation", "depth-estimation",
      "object-detection", "image-classification", "image-feature-extraction", "mask-generation", "text-to-3d",
      "image-to-3d":
      self = .image
    case "text-to-video", "image-to-video", "video-to-video", "video-classification": self = .video
    case "text-to-speech", "text-to-audio", "audio-to-audio", "automatic-speech-recognition", "audio-classification",
      "voice-activity-detection":
      self = .audio
    default: return nil
    }
  }
}
