/// The JSON Schema of a progress file, draft 2020-12.
///
/// It judges form alone, and is as lenient as the reader: keys that it does not know may be there.
public enum ProgressSchema {
    /// The schema as it is published.
    public static let text = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "progress.schema.json",
          "title": "progress",
          "description": "What a learner has done with netarium; docs/progress-file.md describes it.",
          "type": "object",
          "required": ["format"],
          "properties": {
            "format": { "title": "Format", "description": "The version of the file's form.", "const": 2 },
            "language": {
              "title": "Language", "description": "The language that was chosen.", "type": "object",
              "required": ["value", "at"],
              "properties": { "value": { "type": "string" }, "at": { "$ref": "#/$defs/instant" } }
            },
            "reducedMotion": {
              "title": "Reduced motion", "description": "Whether nothing should move.", "type": "object",
              "required": ["value", "at"],
              "properties": { "value": { "type": "boolean" }, "at": { "$ref": "#/$defs/instant" } }
            },
            "placement": {
              "title": "Placement",
              "description": "What came of asking where to begin; without skip the offer was declined.", "type": "object",
              "required": ["at"],
              "properties": {
                "skip": { "type": "array", "items": { "type": "string" } }, "at": { "$ref": "#/$defs/instant" }
              }
            },
            "resume": {
              "title": "Resume", "description": "Where the learner was last.", "type": "object",
              "required": ["lesson", "scene", "step", "at"],
              "properties": {
                "lesson": { "type": "string" }, "scene": { "type": "string" }, "step": { "$ref": "#/$defs/count" },
                "at": { "$ref": "#/$defs/instant" }
              }
            },
            "lessons": {
              "title": "Lessons", "description": "For each lesson, for each of its scenes, how far it was played.",
              "type": "object",
              "additionalProperties": {
                "type": "object",
                "additionalProperties": {
                  "type": "object",
                  "required": ["step", "of", "seen", "at"],
                  "properties": {
                    "step": { "$ref": "#/$defs/count" }, "of": { "$ref": "#/$defs/count" },
                    "seen": { "$ref": "#/$defs/count" }, "at": { "$ref": "#/$defs/instant" },
                    "completed": { "$ref": "#/$defs/instant" }
                  }
                }
              }
            },
            "challenges": {
              "title": "Challenges",
              "description": "For each lesson, for each challenge, the fewest faults that it was solved with.",
              "type": "object",
              "additionalProperties": {
                "type": "object",
                "additionalProperties": {
                  "type": "object",
                  "required": ["faults", "at"],
                  "properties": { "faults": { "$ref": "#/$defs/count" }, "at": { "$ref": "#/$defs/instant" } }
                }
              }
            },
            "scheduler": {
              "title": "Scheduler", "description": "What worked the memories out; others are worked out anew.",
              "type": "string"
            },
            "cards": {
              "title": "Cards", "description": "For each question, as quiz/question, every answer.", "type": "object",
              "propertyNames": { "pattern": "^[^/]+/[\\s\\S]" },
              "additionalProperties": {
                "type": "object",
                "required": ["history"],
                "properties": {
                  "memory": {
                    "title": "Memory", "description": "What the scheduler makes of the history.", "type": "string",
                    "pattern": "^((re)?learning [0-9]{1,9}|review), stability [^ ,]+ days, difficulty [^ ,]+, due "
                  },
                  "folded": {
                    "title": "Folded", "description": "From when to when the answers were that are no longer kept.",
                    "type": "string", "pattern": "^[^/]+Z/[^/]+Z$"
                  },
                  "history": {
                    "title": "History",
                    "description": "The first answer with its instant, each other with the time since the one before.",
                    "type": "string",
                    "pattern": "^(INSTANT STEP( \\+(?=[0-9])([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)? STEP)*)?$"
                  }
                }
              }
            },
            "attempts": {
              "title": "Attempts", "description": "For each quiz the newest twenty attempts at all of it, and the best.",
              "type": "object",
              "additionalProperties": {
                "type": "array",
                "items": { "type": "string", "pattern": "^[^ ]+Z [0-9]+/[0-9]+ #[0-9A-Fa-f]{1,16}$" }
              }
            },
            "days": {
              "title": "Days", "description": "For each month the days on which something was learnt, by the learner's clock.",
              "type": "object",
              "propertyNames": { "pattern": "^[0-9]{4}-[0-9]{2}$" },
              "additionalProperties": { "type": "string", "pattern": "^ *([0-9]{1,2} *)*$" }
            }
          },
          "$defs": {
            "instant": {
              "title": "Instant", "description": "A time by ISO 8601, such as 2026-11-21T03:52:58.123Z.", "type": "string",
              "pattern": "^[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"
            },
            "count": {
              "title": "Count", "description": "A number of steps or faults.", "type": "integer", "minimum": 0,
              "maximum": 1000000
            }
          }
        }

        """#
        .replacing("INSTANT", with: #"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{3})?Z"#)
        .replacing(
            "STEP",
            with: "(again|hard|good|easy)( (right|wrong))?( [0-9]{1,5}s)?( [0-9]{1,2} hints?)?"
                + "( (quiz|review|interview|diagnostic|lesson))?( #0*[0-9a-f]{1,2})?( withdrawn)?")
}
