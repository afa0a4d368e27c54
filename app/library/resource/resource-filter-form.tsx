import { resource } from '#shared/library/resource/resource.fr.ts';
import { LICENCES, RESOURCE_KINDS } from '#shared/library/resource/resource.ts';
import { isFiltering, type ResourceFilter } from '#shared/library/resource/resource-filter.ts';
import { FilterForm, type FilterSelect } from '../../ui/late/filter-form.tsx';

const words = resource.filter;

type Choices = FilterSelect['choices'];

/** Narrows a list of resources. */
export function ResourceFilterForm({
  filter,
  themes,
  groups = [],
  address,
}: {
  filter: ResourceFilter;
  themes: Choices;
  groups?: Choices;
  address: string;
}) {
  const { query, kind, themeId, licence, groupId } = filter;
  const kinds = RESOURCE_KINDS.map((id) => ({ id, name: resource.kinds[id] }));
  const licences = LICENCES.map((id) => ({ id, name: resource.licences[id] }));
  const ofGroups: FilterSelect = {
    label: words.group,
    name: 'groupe',
    value: groupId,
    any: words.anyTheme,
    choices: groups,
  };
  return (
    <FilterForm
      address={address}
      isFiltered={isFiltering(filter)}
      words={words}
      search={{ label: words.query, name: 'q', value: query, hint: words.queryHint }}
      selects={[
        { label: words.kind, name: 'nature', value: kind, any: words.any, choices: kinds },
        { label: words.theme, name: 'theme', value: themeId, any: words.anyTheme, choices: themes },
        { label: words.licence, name: 'licence', value: licence, any: words.any, choices: licences },
        ...(groups.length > 0 ? [ofGroups] : []),
      ]}
    />
  );
}
