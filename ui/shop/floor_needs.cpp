#include "ui/shop/floor.h"

namespace threadmart {

ShopNeeds shopNeeds(const ShopIndex& index) {
  const RunInfo& info = index.info();
  ShopNeeds needs;
  needs.kind = index.kind();
  needs.customers = info.tasks.size();
  needs.workers = info.workers_info.size();
  needs.assistants = info.core_ids.size();
  needs.tickets = index.hasTickets();
  ShopState last;
  index.at(index.end(), last);
  needs.sheet = last.sheet.has_value();
  return needs;
}

}  // namespace threadmart
