//! The records of the open data. Their doc comments are what its readers are told.

use super::value::{PerLanguage, exported};
use desenlace_core::model::{Certainty, FactKind, Localized, Mark, Order, Part, Strength, Weight};

exported! {
    /// Films, what they tell, who is in them and what becomes of them. Lists are in the order in which
    /// things are told, films by year. Characters, films and terms are referred to by their id, passages and
    /// events by the id of the film, a slash, and their own.
    Corpus {
        /// The licence of this data.
        licence: String,
        /// The languages in which every text exists.
        languages: Vec<String>,
        /// The films.
        films: Vec<Film>,
        /// The retold stories, passage by passage: the evidence of everything else.
        passages: Vec<Passage>,
        /// People, and groups acting as one.
        characters: Vec<Character>,
        /// What becomes of each character.
        fates: Vec<Fate>,
        /// What characters are to each other.
        relations: Vec<Relation>,
        /// What happens, film by film in the order of telling.
        events: Vec<Event>,
        /// Curated links between films.
        parallels: Vec<Parallel>,
        /// The bibliography.
        sources: Vec<Source>,
        /// The controlled vocabularies.
        vocabularies: Vocabularies,
    }

    /// A film.
    Film {
        /// The id.
        id: String,
        /// The original title.
        title: String,
        /// The language of the original title, as a language tag.
        title_language: String,
        /// Titles elsewhere.
        alternative_titles: Vec<AlternativeTitle>,
        /// The year of the first showing.
        year: u32,
        /// Countries of production.
        countries: Vec<String>,
        /// Languages spoken.
        languages: Vec<String>,
        /// When it is set.
        periods: Vec<String>,
        /// Where it is set.
        places: Vec<String>,
        /// What it is about, giving no ending away.
        premise: Localized,
        /// The text that everything about this film rests on.
        synopsis: Synopsis,
        /// Facts from outside the synopsis.
        facts: Vec<Fact>,
        /// Its themes, and those that were looked for and are absent.
        themes: Vec<ThemeTie>,
        /// What a visitor may want to be warned of.
        content_notes: Vec<ContentTie>,
    }

    /// The text that everything about a film rests on.
    Synopsis {
        /// The letter in front of its sentence numbers.
        key: String,
        /// The language it is written in, as a language tag.
        language: String,
        /// How many sentences it has.
        sentences: u32,
        /// Its licence.
        licence: String,
        /// The source where it was read.
        source: String,
    }

    /// A title that a film has elsewhere.
    AlternativeTitle {
        /// The title.
        text: String,
        /// Its language, as a language tag.
        language: String,
        /// The sources that say so.
        sources: Vec<String>,
        /// What a reader should know about it.
        note: Option<Localized>,
    }

    /// A fact from outside the synopsis.
    Fact {
        /// What it is about.
        kind: FactKind,
        /// The fact.
        value: Localized,
        /// The sources that say so; several may be one origin.
        sources: Vec<String>,
        /// What a reader should know about it.
        note: Option<Localized>,
        /// What other sources say instead.
        conflicts: Vec<Conflict>,
    }

    /// What some sources say instead.
    Conflict {
        /// The other value.
        value: Localized,
        /// The sources that say so.
        sources: Vec<String>,
        /// What a reader should know about it.
        note: Option<Localized>,
    }

    /// A theme of a film, or one that was looked for and is absent. A theme that is not listed has not been
    /// looked for.
    ThemeTie {
        /// The theme.
        theme: String,
        /// How much of the film it is.
        weight: Weight,
        /// Why.
        motivation: Localized,
        /// The passages that show it; none where it is absent.
        passages: Vec<String>,
    }

    /// Something that a visitor may want to be warned of.
    ContentTie {
        /// What, a content note.
        topic: String,
        /// What there is of it in the film.
        detail: Localized,
        /// Where.
        passages: Vec<String>,
    }

    /// A step of a retold story.
    Passage {
        /// The id of the film, a slash, and the passage’s own.
        id: String,
        /// The film.
        film: String,
        /// A short title.
        title: Localized,
        /// The sentences of the synopsis that it rests on.
        sentences: Vec<String>,
        /// The text.
        texts: PerLanguage<Marked>,
        /// What a reader should know.
        note: Option<Localized>,
    }

    /// A text with what is marked in it.
    Marked {
        /// The plain text; paragraphs are parted by a newline.
        text: String,
        /// What is marked in it, ascending and without overlap.
        marks: Vec<Span>,
    }

    /// A marked stretch of a text: a mention of a character or of a place, or, where it names neither, the
    /// title of a work or a foreign word.
    Span {
        /// Its first character, counting Unicode characters from 0.
        start: u32,
        /// The character behind its last.
        end: u32,
        /// The character that it mentions.
        character: Option<String>,
        /// The place that it mentions.
        place: Option<String>,
    }

    /// One person, or a group acting as one.
    Character {
        /// The id.
        id: String,
        /// The film.
        film: String,
        /// The row of the source inventory.
        key: String,
        /// The name.
        name: Localized,
        /// The name for tight places.
        short: Localized,
        /// Other names in the story.
        aliases: PerLanguage<Vec<String>>,
        /// Other spellings.
        variants: Vec<String>,
        /// Whether this is a group.
        group: bool,
        /// The characters that the group is known to consist of.
        members: Vec<String>,
        /// What they are or do.
        roles: Vec<String>,
        /// Where they appear or are meant.
        passages: Vec<String>,
        /// Who they are, without what becomes of them.
        description: Localized,
        /// What a reader should know.
        note: Option<Localized>,
        /// Who plays them, where verified.
        actor: Option<Actor>,
        /// Their themes.
        themes: Vec<ThemeEvidence>,
    }

    /// Who plays a character.
    Actor {
        /// The name.
        name: String,
        /// The sources that say so.
        sources: Vec<String>,
        /// What a reader should know about it.
        note: Option<Localized>,
    }

    /// A theme with the passages that show it.
    ThemeEvidence {
        /// The theme.
        theme: String,
        /// The evidence.
        passages: Vec<String>,
    }

    /// What becomes of a character.
    Fate {
        /// The character.
        character: String,
        /// The outcome. “untold” is not survival: the synopsis stops telling.
        outcome: String,
        /// How sure the synopsis is of the outcome.
        certainty: Certainty,
        /// What brings it about, where told.
        cause: Option<Cause>,
        /// Who brings it about, where told.
        agents: Vec<Agent>,
        /// Where, where told.
        place: Option<FatePlace>,
        /// The evidence.
        passages: Vec<String>,
        /// What becomes of them, in a sentence.
        account: Localized,
        /// What must not be concluded.
        caution: Option<Localized>,
        /// The way there, in the order of the story.
        trajectory: Vec<Step>,
        /// Themes of the fate itself.
        themes: Vec<ThemeEvidence>,
    }

    /// What brings a fate about.
    Cause {
        /// The cause.
        term: String,
        /// How sure the synopsis is of it.
        certainty: Certainty,
    }

    /// Who brings a fate about.
    Agent {
        /// The character.
        character: String,
        /// How sure the synopsis is of it.
        certainty: Certainty,
    }

    /// Where a fate comes about.
    FatePlace {
        /// The place.
        place: String,
        /// How sure the synopsis is of it.
        certainty: Certainty,
    }

    /// A step of a trajectory.
    Step {
        /// The state.
        condition: String,
        /// The evidence.
        passages: Vec<String>,
    }

    /// What one character is to another, read in the direction of the kind’s name.
    Relation {
        /// Who.
        from: String,
        /// What, a relation kind.
        kind: String,
        /// To whom.
        to: String,
        /// For whom, where somebody mistakes one for another.
        third: Option<String>,
        /// How sure the synopsis is.
        certainty: Certainty,
        /// The evidence.
        passages: Vec<String>,
    }

    /// Something that happens.
    Event {
        /// The id of the film, a slash, and the event’s own.
        id: String,
        /// The film.
        film: String,
        /// The row of the source inventory.
        key: String,
        /// What happens.
        summary: Localized,
        /// How it is told: where it belongs, later than it happens, or as something earlier that nobody knew.
        order: Order,
        /// Who takes part.
        participants: Vec<Participant>,
        /// Where, where told.
        place: Option<String>,
        /// Its themes.
        themes: Vec<String>,
        /// The evidence.
        passages: Vec<String>,
        /// The events directly before it in the story, as far as the synopsis gives an order.
        after: Vec<String>,
        /// The event that it happens inside of.
        during: Option<String>,
    }

    /// Who takes part in an event.
    Participant {
        /// The character.
        character: String,
        /// How.
        part: Part,
    }

    /// A curated link between things of different films.
    Parallel {
        /// The id.
        id: String,
        /// The row of the source inventory.
        key: String,
        /// A short title.
        title: Localized,
        /// What is alike.
        likeness: Localized,
        /// What must be kept apart.
        difference: Localized,
        /// How much it carries.
        strength: Strength,
        /// What is compared.
        sides: Vec<Side>,
    }

    /// One side of a parallel.
    Side {
        /// The film.
        film: String,
        /// Whom it concerns.
        characters: Vec<String>,
        /// The evidence.
        passages: Vec<String>,
    }

    /// Where a fact was read.
    Source {
        /// The id.
        id: String,
        /// Its address, without a scheme; left out where there is none to open.
        address: Option<String>,
        /// What it is.
        description: Localized,
    }

    /// The controlled vocabularies.
    Vocabularies {
        /// What a story is about.
        themes: Vec<Term>,
        /// What becomes of somebody.
        outcomes: Vec<Term>,
        /// The states on the way there.
        conditions: Vec<Term>,
        /// What brings an outcome about.
        causes: Vec<Term>,
        /// What somebody is or does.
        roles: Vec<Term>,
        /// What two characters are to each other.
        relation_kinds: Vec<Term>,
        /// What a visitor may want to be warned of.
        content_notes: Vec<Term>,
        /// Where things happen; broader places contain narrower ones.
        places: Vec<Term>,
        /// Countries of production.
        countries: Vec<Term>,
        /// Languages spoken in the films.
        languages: Vec<Term>,
        /// When the stories are set.
        periods: Vec<Term>,
    }

    /// A defined term.
    Term {
        /// The id, unique in its vocabulary.
        id: String,
        /// The term of the same vocabulary that contains this one.
        broader: Option<String>,
        /// The name.
        name: Localized,
        /// What a visitor might type for it.
        synonyms: PerLanguage<Vec<String>>,
        /// What counts as this, and what does not.
        definition: Localized,
        /// Relation kinds: the name as read from the other side.
        inverse: Option<Localized>,
        /// Relation kinds: whether it reads the same from both sides.
        mutual: Option<bool>,
        /// Outcomes and conditions: how the page draws it at the end of a thread.
        mark: Option<Mark>,
        /// Places: what kind of place it is.
        kind: Option<String>,
        /// Places that are a point on a map: degrees north, WGS 84.
        latitude: Option<f64>,
        /// Places that are a point on a map: degrees east, WGS 84.
        longitude: Option<f64>,
    }
}
