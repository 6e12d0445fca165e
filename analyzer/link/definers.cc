#include "link/definers.h"

#include <algorithm>
#include <utility>

namespace backlint {
namespace {

using facts::SymbolKind;

void AddUnique(std::vector<std::string_view>* list, std::string_view text) {
  if (std::find(list->begin(), list->end(), text) == list->end()) list->push_back(text);
}

// Classes and variables of external linkage with the files that define them, by symbol.
std::unordered_map<uint32_t, uint32_t> DefinedBy(const facts::UnitFacts& unit) {
  std::unordered_map<uint32_t, uint32_t> files;
  const auto add = [&](uint32_t symbol, const facts::Location* location) {
    if (location == nullptr || location->file() == kNone || symbol == kNone) return;
    const facts::Symbol* row = unit.symbols()->Get(symbol);
    if (row->usr() == 0 || (row->flags() & facts::kInternal) != 0) return;
    if (unit.files()->Get(location->file())->role() != facts::FileRole::External) files.emplace(symbol, location->file());
  };
  if (unit.classes())
    for (const facts::Class* c : *unit.classes()) {
      // Without members it is only declared here, or nobody can mistake it.
      const bool has_members = (c->fields() && c->fields()->size() > 0) || (c->methods() && c->methods()->size() > 0);
      if (has_members) add(c->symbol(), c->location());
    }
  if (unit.functions())
    for (const facts::Function* f : *unit.functions())
      if ((f->flags() & facts::kInitializer) != 0 && f->symbol() != kNone &&
          unit.symbols()->Get(f->symbol())->kind() == SymbolKind::Variable)
        add(f->symbol(), f->location());
  return files;
}

// How many folders two paths share.
size_t SharedFolders(std::string_view a, std::string_view b) {
  size_t shared = 0;
  for (size_t i = 0; i < std::min(a.size(), b.size()) && a[i] == b[i]; ++i)
    if (a[i] == '/') ++shared;
  return shared;
}

}  // namespace

void Definers::Add(const facts::UnitFacts& unit) {
  for (const auto& [symbol, file] : DefinedBy(unit)) {
    Places& places = by_usr_[facts::Text(unit, unit.symbols()->Get(symbol)->usr())];
    AddUnique(file == 0 ? &places.sources : &places.others, unit.files()->Get(file)->path()->string_view());
  }
}

std::string_view Definers::SourceFor(const Places& places, const facts::UnitFacts& unit, bool defined_here, std::string_view file) const {
  if (defined_here) return std::find(places.sources.begin(), places.sources.end(), file) != places.sources.end() ? file : std::string_view();
  const std::string_view here = unit.files()->size() == 0 ? std::string_view() : unit.files()->Get(0)->path()->string_view();
  std::string_view nearest;
  size_t most = 0;
  bool only = false;
  for (const auto* list : {&places.sources, &places.others})
    for (std::string_view path : *list) {
      const size_t shared = SharedFolders(path, here);
      only = nearest.empty() || shared > most || (only && shared < most);
      if (nearest.empty() || shared > most) {
        nearest = path;
        most = shared;
      }
    }
  return only && std::find(places.sources.begin(), places.sources.end(), nearest) != places.sources.end() ? nearest : std::string_view();
}

std::vector<std::string_view> Definers::Resolve(const facts::UnitFacts& unit) const {
  const auto& symbols = *unit.symbols();
  const auto defined = DefinedBy(unit);
  std::vector<std::string_view> meant(symbols.size());
  for (uint32_t i = 0; i < symbols.size(); ++i) {
    const SymbolKind kind = symbols.Get(i)->kind();
    if ((kind != SymbolKind::Class && kind != SymbolKind::Variable) || (symbols.Get(i)->flags() & facts::kInternal) != 0) continue;
    const auto places = by_usr_.find(facts::Text(unit, symbols.Get(i)->usr()));
    if (places == by_usr_.end() || places->second.sources.empty() || places->second.sources.size() + places->second.others.size() < 2) continue;
    const auto here = defined.find(i);
    if (here == defined.end() && kind == SymbolKind::Class) continue;
    const std::string_view file = here == defined.end() ? std::string_view() : unit.files()->Get(here->second)->path()->string_view();
    meant[i] = SourceFor(places->second, unit, here != defined.end(), file);
  }
  // Members belong to their class.
  for (uint32_t i = 0; i < symbols.size(); ++i)
    for (uint32_t at = symbols.Get(i)->parent(); meant[i].empty() && at != kNone; at = symbols.Get(at)->parent()) meant[i] = meant[at];
  return meant;
}

}  // namespace backlint
